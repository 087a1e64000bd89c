-- The function refuses foreign practices and those who have none: the array is empty without a token.
CREATE FUNCTION dental.patient_file(p_practice bigint, p_patient int) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = dental, pg_temp AS $$
BEGIN
  IF p_practice = ANY (dental.my_practices()) IS NOT TRUE THEN
    RAISE EXCEPTION 'not your practice';
  END IF;
  RETURN (SELECT p.name FROM dental.patients p WHERE p.practice_id = p_practice AND p.patient_no = p_patient);
END $$;
REVOKE ALL ON FUNCTION dental.patient_file(bigint, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dental.patient_file(bigint, int) TO hf_dental_app;
