-- The patch of a pipeline touches the fields of the form alone, so the team of the row cannot change.
SET ROLE hf_pipelines_owner;
CREATE FUNCTION pipe.patch_pipeline(which text, patch jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  UPDATE pipe_data.pipelines p
  SET (description, config) = (
    SELECT n.description, n.config FROM jsonb_populate_record(p, patch) n)
  WHERE p.team_id = pipe.team() AND p.pipeline = which
$$;
REVOKE EXECUTE ON FUNCTION pipe.patch_pipeline(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pipe.patch_pipeline(text, jsonb) TO hf_pipelines_app;
RESET ROLE;
