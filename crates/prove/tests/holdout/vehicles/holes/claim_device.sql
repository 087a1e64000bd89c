-- An organization takes over another's device by its serial number, for the function never asks who has it
-- now.
-- about: claim_device, devices
-- as: hf_vehicles_app
-- exploit: SET fleet.org_id = 'alpha';
-- exploit: SELECT 'got ' || fleet.claim_device('SN-2', 'north');
-- shows: got Road-secret crane
-- A device is claimed with the number on its label; the old keys and readings stay behind.
CREATE FUNCTION fleet.claim_device(p_serial text, p_site text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = fleet, pg_temp AS $$
DECLARE d devices;
BEGIN
  DELETE FROM devices WHERE serial = p_serial RETURNING * INTO d;
  INSERT INTO devices (org_id, id, site_code, serial, name)
  VALUES (org(), coalesce(d.id, gen_random_uuid()), p_site, p_serial, coalesce(d.name, ''));
  RETURN d.name;
END $$;
