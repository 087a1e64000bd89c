-- The function for alarm details runs as owner and takes any alarm number, of whichever operator.
-- about: alarm_details, alarms
-- as: hf_quartzray_app
-- exploit: SET solar.operator_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: SELECT * FROM solar.alarm_details(7);
-- shows: Ridge-secret alarm
CREATE FUNCTION solar.alarm_details(wanted integer) RETURNS TABLE (message text, plant text, severity integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = solar, pg_temp AS $$
  SELECT a.message, p.name, a.severity
  FROM solar.alarms a JOIN solar.plants p USING (operator_id, plant_id)
  WHERE a.alarm_id = wanted
$$;
GRANT EXECUTE ON FUNCTION solar.alarm_details(integer) TO hf_quartzray_app;
