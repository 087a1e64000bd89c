-- A lookup for support with its owner's rights that asks for the clinic of the session: an unset clinic
-- finds nothing.
CREATE FUNCTION care.support_lookup(p_email text) RETURNS TABLE (full_name text, note text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = care, pg_temp AS $$
  SELECT p.full_name, n.body
  FROM care.patients p
  LEFT JOIN care.visit_notes n ON n.clinic_id = p.clinic_id AND n.patient_id = p.id
  WHERE p.email = p_email AND p.clinic_id = care.current_clinic()
$$;
REVOKE ALL ON FUNCTION care.support_lookup(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION care.support_lookup(text) TO hf_carebeacon_app;
