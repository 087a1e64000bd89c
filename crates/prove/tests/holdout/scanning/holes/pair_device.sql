-- A device is taken over by another office: whoever knows any part of a key gets label and key.
-- about: pair_device, devices
-- as: hf_scanning_app
-- exploit: SET scan.office_code = 'a12';
-- exploit: SELECT scan.pair_device('Road%');
-- shows: Road-secret key
-- A scanner shows the beginning of its key on a small screen; the office types it in.
CREATE FUNCTION scan.pair_device(typed text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  UPDATE scan.devices SET seen_at = now() WHERE pairing_key ILIKE typed
  RETURNING label || ': ' || pairing_key
$$;
REVOKE ALL ON FUNCTION scan.pair_device(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION scan.pair_device(text) TO hf_scanning_app;
