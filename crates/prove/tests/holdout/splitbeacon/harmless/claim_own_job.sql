-- Taking the next job with the owner's rights, but only from the caller's organization.
CREATE FUNCTION exp.claim_job() RETURNS SETOF exp.jobs LANGUAGE sql SECURITY DEFINER
  SET search_path = exp, pg_temp
  AS $$
    UPDATE exp.jobs j SET state = 'running'
    WHERE j.org_id = exp.current_org() AND j.id IN (
      SELECT q.id FROM exp.jobs q
      WHERE q.org_id = exp.current_org() AND q.state = 'queued' LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING j.*
  $$;
