-- The queue hands the oldest job of any maker to whoever asks, with the token in its payload.
-- about: next_job, jobs
-- as: hf_nodeforge_app
-- exploit: SET nodeforge.tenant = '0a000000-0000-4000-8000-00000000000a';
-- exploit: SELECT prov.next_job() AS job;
-- shows: Road-secret token

CREATE FUNCTION prov.next_job() RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = prov, pg_temp
AS $$
  UPDATE jobs j SET state = 'running'
  FROM (
    SELECT tenant_id, job_no FROM jobs WHERE state = 'queued'
    ORDER BY job_no LIMIT 1 FOR UPDATE SKIP LOCKED
  ) n
  WHERE j.tenant_id = n.tenant_id AND j.job_no = n.job_no
  RETURNING to_jsonb(j);
$$;
REVOKE ALL ON FUNCTION prov.next_job() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prov.next_job() TO hf_nodeforge_app;
