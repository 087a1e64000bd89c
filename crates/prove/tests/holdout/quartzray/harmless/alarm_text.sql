-- The function runs as owner but filters by the operator of the session: harmless.
CREATE FUNCTION solar.alarm_text(wanted integer) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = solar, pg_temp AS $$
  SELECT a.message FROM solar.alarms a
  WHERE a.alarm_id = wanted AND a.operator_id = solar.current_operator()
$$;
GRANT EXECUTE ON FUNCTION solar.alarm_text(integer) TO hf_quartzray_app;
