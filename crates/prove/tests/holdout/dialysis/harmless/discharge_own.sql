-- The function for discharges runs with the caller's rights: it changes only rows that the caller may change.
CREATE FUNCTION dia.discharge_patient(p_health_no text) RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
  n integer;
BEGIN
  UPDATE dia.patients SET active = false WHERE health_no = p_health_no;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
