-- A run is started again if it is one of the session's team; another team's id finds nothing.
SET ROLE hf_pipelines_owner;
CREATE FUNCTION pipe.retry_run(run uuid) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO pipe_data.runs (team_id, pipeline, parameters)
  SELECT r.team_id, r.pipeline, r.parameters FROM pipe_data.runs r
  WHERE r.team_id = pipe.team() AND r.run_id = run
  RETURNING run_id
$$;
REVOKE EXECUTE ON FUNCTION pipe.retry_run(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pipe.retry_run(uuid) TO hf_pipelines_app;
RESET ROLE;
