-- The function refuses foreign practices, but without a token the comparison is NULL, and NULL refuses
-- nothing.
-- about: patient_file, patients
-- as: hf_dental_app
-- exploit: SELECT dental.patient_file(502, 1);
-- shows: Pat-secret
CREATE FUNCTION dental.patient_file(p_practice bigint, p_patient int) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = dental, pg_temp AS $$
DECLARE
  v_mine bigint;
BEGIN
  SELECT s.practice_id INTO v_mine FROM dental.staff s WHERE s.user_id = dental.who();
  IF v_mine <> p_practice THEN
    RAISE EXCEPTION 'not your practice';
  END IF;
  RETURN (SELECT p.name || ', ' || coalesce(p.insurance_no, '-') FROM dental.patients p
    WHERE p.practice_id = p_practice AND p.patient_no = p_patient);
END $$;
REVOKE ALL ON FUNCTION dental.patient_file(bigint, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dental.patient_file(bigint, int) TO hf_dental_app;
