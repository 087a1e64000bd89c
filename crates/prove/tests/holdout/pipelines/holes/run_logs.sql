-- Logs of any run are read by its id: the function has no condition on the team.
-- about: logs
-- as: hf_pipelines_app
-- exploit: SET pipe.team_id = '1001';
-- exploit: SELECT * FROM pipe.logs('b0000000-0000-4000-8000-000000000001');
-- shows: Road-secret log
-- The page of a run shows its log.
SET ROLE hf_pipelines_owner;
CREATE FUNCTION pipe.logs(run uuid) RETURNS TABLE (line_no integer, line text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT l.line_no, l.line FROM pipe_data.logs l WHERE l.run_id = run ORDER BY l.line_no $$;
REVOKE EXECUTE ON FUNCTION pipe.logs(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pipe.logs(uuid) TO hf_pipelines_app;
RESET ROLE;
