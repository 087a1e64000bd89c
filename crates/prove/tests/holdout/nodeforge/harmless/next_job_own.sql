-- Harmless: the queue hands out jobs of the session's own maker only.

CREATE FUNCTION prov.next_job() RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = prov, pg_temp
AS $$
  UPDATE jobs j SET state = 'running'
  FROM (
    SELECT job_no FROM jobs WHERE state = 'queued' AND tenant_id = tenant()
    ORDER BY job_no LIMIT 1 FOR UPDATE SKIP LOCKED
  ) n
  WHERE j.tenant_id = tenant() AND j.job_no = n.job_no
  RETURNING to_jsonb(j);
$$;
REVOKE ALL ON FUNCTION prov.next_job() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prov.next_job() TO hf_nodeforge_app;
