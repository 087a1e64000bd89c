-- The policy opens all jobs to the scheduler by current_user, and the function that anybody calls runs as
-- it.
-- about: claim_job, jobs, robot, hf_runnerly_robot
-- as: hf_runnerly_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}';
-- exploit: SELECT repo, job FROM ci.claim_job();
-- shows: Road-secret job
CREATE ROLE hf_runnerly_scheduler NOLOGIN;
GRANT USAGE ON SCHEMA ci TO hf_runnerly_scheduler;
GRANT SELECT, UPDATE ON ci.jobs TO hf_runnerly_scheduler;
GRANT SELECT ON ci.memberships TO hf_runnerly_scheduler;
GRANT EXECUTE ON FUNCTION ci.uid() TO hf_runnerly_scheduler;
CREATE POLICY robot ON ci.jobs USING (current_user = 'hf_runnerly_scheduler');
CREATE FUNCTION ci.claim_job() RETURNS TABLE (repo text, job text) LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  UPDATE ci.jobs SET status = 'running' WHERE status = 'queued' RETURNING repository, name
$$;
REVOKE EXECUTE ON FUNCTION ci.claim_job() FROM PUBLIC;
ALTER FUNCTION ci.claim_job() OWNER TO hf_runnerly_scheduler;
GRANT EXECUTE ON FUNCTION ci.claim_job() TO hf_runnerly_app;
