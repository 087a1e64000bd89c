-- harmless: the function that hands out jobs looks only at the jobs of the broker of the session.
CREATE FUNCTION tms.claim_job(p_kind text) RETURNS SETOF tms.jobs
LANGUAGE sql SECURITY DEFINER SET search_path = tms, pg_temp AS $$
  UPDATE tms.jobs j SET state = 'running'
  WHERE (j.broker_id, j.id) = (
    SELECT n.broker_id, n.id FROM tms.jobs n
    WHERE n.broker_id = tms.current_broker() AND n.kind = p_kind AND n.state = 'ready' AND n.run_at <= now()
    ORDER BY n.run_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING j.*
$$;
REVOKE ALL ON FUNCTION tms.claim_job(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tms.claim_job(text) TO hf_backhaul_app;
