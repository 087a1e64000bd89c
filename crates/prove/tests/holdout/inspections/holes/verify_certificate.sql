-- Anyone may check a certificate by its number: the answer has the holder and the result, for all bureaus.
-- about: verify_certificate, certificates
-- as: hf_inspections_app
-- exploit: SET insp.bureau = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM insp.verify_certificate(4711);
-- shows: holder-secret
CREATE FUNCTION insp.verify_certificate(p_number int)
RETURNS TABLE (holder text, valid_until date, result text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = insp, pg_temp AS $$
  SELECT c.holder, c.valid_until, i.result
  FROM insp.certificates c JOIN insp.inspections i USING (bureau_id, inspection_id)
  WHERE c.certificate_no = p_number
$$;
