-- Anybody walks through the certificates of all schools with names and wording, because the public check
-- takes numbers that follow one another.
-- about: verify_certificate, certificates, certificates_serial_no_seq, students
-- as: hf_fluentford_app
-- exploit: SET app.current_school = 'a1e00000-0000-4000-8000-00000000000a';
-- exploit: SELECT v.* FROM generate_series(1, 50) n, ling.verify_certificate(n) v;
-- shows: Road-secret student
-- Employers type the number that is printed on the certificate.
ALTER TABLE ling.certificates ADD COLUMN serial_no bigint GENERATED ALWAYS AS IDENTITY;
CREATE FUNCTION ling.verify_certificate(p_no bigint) RETURNS TABLE (full_name text, wording text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ling, pg_temp AS $$
  SELECT s.full_name, c.wording
  FROM ling.certificates c
  JOIN ling.enrolments e ON e.id = c.enrolment_id
  JOIN ling.students s ON s.id = e.student_id
  WHERE c.serial_no = p_no
$$;
REVOKE ALL ON FUNCTION ling.verify_certificate(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ling.verify_certificate(bigint) TO hf_fluentford_app;
