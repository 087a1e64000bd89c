-- Who registers a known token takes the device from its workspace with its alias and tags, by the upsert.
-- about: register_device, devices, devices_token
-- as: hf_tapwire_app
-- exploit: SET request.jwt.claims = '{"sub": "usr|ann"}';
-- exploit: SELECT alias FROM register_device('aaaaaaaa-1111-0000-0000-000000000001', 1, 'tok-b');
-- shows: Road-secret Phone
-- A token belongs to one device; a second registration only moves it.
CREATE UNIQUE INDEX devices_token ON devices (token);
CREATE FUNCTION register_device(p_workspace uuid, p_app integer, p_token text) RETURNS devices
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  d devices;
BEGIN
  IF NOT member_of(p_workspace) THEN
    RAISE EXCEPTION 'not a member';
  END IF;
  INSERT INTO devices (workspace_id, app_id, token) VALUES (p_workspace, p_app, p_token)
  ON CONFLICT (token) DO UPDATE SET workspace_id = EXCLUDED.workspace_id, app_id = EXCLUDED.app_id
  RETURNING * INTO d;
  RETURN d;
END $$;
REVOKE ALL ON FUNCTION register_device(uuid, integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register_device(uuid, integer, text) TO hf_tapwire_app;
