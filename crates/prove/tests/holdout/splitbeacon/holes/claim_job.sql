-- The worker's function takes the next job of anybody with its owner's rights, and the application may call
-- it.
-- about: claim_job, jobs
-- as: hf_splitbeacon_app
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT kind, payload FROM exp.claim_job();
-- shows: Road-secret.csv
-- Workers must skip what another worker has locked.
CREATE FUNCTION exp.claim_job() RETURNS SETOF exp.jobs LANGUAGE sql SECURITY DEFINER
  SET search_path = exp, pg_temp
  AS $$
    UPDATE exp.jobs j SET state = 'running'
    WHERE (j.org_id, j.id) IN (
      SELECT q.org_id, q.id FROM exp.jobs q WHERE q.state = 'queued' LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING j.*
  $$;
REVOKE ALL ON FUNCTION exp.claim_job() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION exp.claim_job() TO hf_splitbeacon_app;
