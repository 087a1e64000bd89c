-- The RPC runs with the rights of the robot but changes only jobs of the caller's own organisations.
GRANT SELECT ON ci.memberships TO hf_runnerly_robot;
CREATE FUNCTION ci.rerun_job(org uuid, repo text, num integer) RETURNS SETOF text
LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  UPDATE ci.jobs j SET status = 'queued'
  WHERE j.organization_id = org AND j.repository = repo AND j.number = num
    AND EXISTS (SELECT 1 FROM ci.memberships m WHERE m.organization_id = org AND m.user_id = ci.uid())
  RETURNING j.name
$$;
REVOKE EXECUTE ON FUNCTION ci.rerun_job(uuid, text, integer) FROM PUBLIC;
ALTER FUNCTION ci.rerun_job(uuid, text, integer) OWNER TO hf_runnerly_robot;
GRANT EXECUTE ON FUNCTION ci.rerun_job(uuid, text, integer) TO hf_runnerly_app;
