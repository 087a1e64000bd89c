-- Any clinic can read a patient of another clinic by e-mail, because the lookup for support runs with its
-- owner's rights and never asks for the clinic.
-- about: support_lookup, patients, visit_notes
-- as: hf_carebeacon_app
-- exploit: SET app.clinic_id = 'a1c00000-0000-4000-8000-00000000000a';
-- exploit: SELECT * FROM care.support_lookup('bea@example.test');
-- shows: Road-secret patient
CREATE FUNCTION care.support_lookup(p_email text) RETURNS TABLE (full_name text, note text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = care, pg_temp AS $$
  SELECT p.full_name, n.body
  FROM care.patients p
  LEFT JOIN care.visit_notes n ON n.clinic_id = p.clinic_id AND n.patient_id = p.id
  WHERE p.email = p_email AND p.deleted_at IS NULL
$$;
REVOKE ALL ON FUNCTION care.support_lookup(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION care.support_lookup(text) TO hf_carebeacon_app;
