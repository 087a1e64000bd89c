-- The chart function has its owner's rights and checks that the user belongs to the fleet of each reading.
CREATE FUNCTION tele.device_peaks(p_device uuid) RETURNS TABLE (kind text, peak double precision, note text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tele, pg_temp AS $$
  SELECT r.kind, max(r.value), max(r.note) FROM tele.readings r
  JOIN tele.fleet_users m ON m.fleet_id = r.fleet_id AND m.user_id = tele.uid()
  WHERE r.device_id = p_device GROUP BY r.kind
$$;
REVOKE ALL ON FUNCTION tele.device_peaks(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tele.device_peaks(uuid) TO hf_telemetry_app;
