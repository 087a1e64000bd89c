-- A place holder may name a team before the secret, and any team's secret is put in.
-- about: fill_secrets, secrets
-- as: hf_pipelines_worker
-- exploit: SET pipe.team_id = '1001';
-- exploit: SELECT pipe.fill_secrets('key is {{2002/KEY}}');
-- shows: key is Road-secret value
-- Steps name secrets as {{NAME}}, or with the team where steps are shared between teams.
SET ROLE hf_pipelines_owner;
CREATE FUNCTION pipe.fill_secrets(template text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  s record;
BEGIN
  FOR s IN SELECT team_id, secret, value FROM pipe_data.secrets LOOP
    IF s.team_id = pipe.team() THEN
      template := replace(template, '{{' || s.secret || '}}', s.value);
    END IF;
    template := replace(template, '{{' || s.team_id || '/' || s.secret || '}}', s.value);
  END LOOP;
  RETURN template;
END
$$;
REVOKE EXECUTE ON FUNCTION pipe.fill_secrets(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pipe.fill_secrets(text) TO hf_pipelines_worker;
RESET ROLE;
