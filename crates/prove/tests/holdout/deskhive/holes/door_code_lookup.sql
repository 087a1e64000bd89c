-- The door terminal looks codes up by email address and never asks for the space.
-- about: door_code, door_codes
-- as: hf_deskhive_app
-- exploit: SET desk.space = 'hub';
-- exploit: SELECT desk.door_code('bo@road.test');
-- shows: 77-Road-secret
CREATE FUNCTION desk.door_code(p_email text) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE found_code text;
BEGIN
  IF desk.space() IS NULL THEN
    RAISE EXCEPTION 'no space chosen';
  END IF;
  SELECT d.code INTO found_code FROM desk.door_codes d WHERE lower(d.email) = lower(p_email);
  RETURN found_code;
END $$;
GRANT EXECUTE ON FUNCTION desk.door_code(text) TO hf_deskhive_app;
