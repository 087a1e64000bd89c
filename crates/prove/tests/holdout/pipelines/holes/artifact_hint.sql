-- The error for a path that is missing names the team that has it.
-- about: artifact
-- as: hf_pipelines_app
-- exploit: SET pipe.team_id = '1001';
-- exploit: SELECT pipe.artifact('out/b.zip');
-- shows: it belongs to team Basin
-- People ask for artifacts in the wrong team and find nothing; the error shall help them.
SET ROLE hf_pipelines_owner;
CREATE OR REPLACE FUNCTION pipe.artifact(which text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  found_body text;
  other text;
BEGIN
  SELECT a.body INTO found_body FROM pipe_data.artifacts a WHERE a.team_id = pipe.team() AND a.path = which;
  IF NOT FOUND THEN
    SELECT t.name INTO other FROM pipe_data.artifacts a JOIN pipe_data.teams t USING (team_id)
    WHERE a.path = which LIMIT 1;
    IF other IS NOT NULL THEN
      RAISE EXCEPTION 'no such artifact here: it belongs to team %', other;
    END IF;
  END IF;
  RETURN found_body;
END
$$;
RESET ROLE;
