-- The map's function returns all devices in a rectangle with their names, whoever owns them.
-- about: device_map, devices, sites
-- as: hf_vehicles_app
-- exploit: SET fleet.org_id = 'alpha';
-- exploit: SELECT label FROM fleet.device_map();
-- shows: Road-secret crane
-- Feeds the map; the caller draws only what has a name.
CREATE FUNCTION fleet.device_map(p_firmware text DEFAULT NULL) RETURNS TABLE (label text, address text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = fleet, pg_temp AS $$
  SELECT d.name, s.address FROM devices d JOIN sites s ON s.org_id = d.org_id AND s.code = d.site_code
  WHERE d.name <> '' AND (p_firmware IS NULL OR d.firmware = p_firmware)
$$;
