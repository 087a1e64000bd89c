-- The function that hands out jobs ignores the broker, so a worker of one broker gets the job of another.
-- about: claim_job, jobs
-- as: hf_backhaul_app
-- exploit: SET app.broker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT payload FROM tms.claim_job('invoice');
-- shows: Road-secret payee
CREATE FUNCTION tms.claim_job(p_kind text) RETURNS SETOF tms.jobs
LANGUAGE sql SECURITY DEFINER SET search_path = tms, pg_temp AS $$
  UPDATE tms.jobs j SET state = 'running'
  WHERE (j.broker_id, j.id) = (
    SELECT n.broker_id, n.id FROM tms.jobs n
    WHERE n.kind = p_kind AND n.state = 'ready' AND n.run_at <= now()
    ORDER BY n.run_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING j.*
$$;
