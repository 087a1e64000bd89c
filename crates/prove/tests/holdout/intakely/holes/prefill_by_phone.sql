-- The form fills itself in by phone number, and finds patients of other clinics as well.
-- about: prefill_patient, Patient
-- as: hf_intakely_app
-- exploit: SET app.clinic_id = 'cln_river';
-- exploit: SELECT * FROM prefill_patient('200');
-- shows: Road-secret patient
CREATE FUNCTION prefill_patient(p_phone text) RETURNS TABLE ("fullName" text, "bornOn" date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT p."fullName", p."bornOn" FROM "Patient" p WHERE p."phone" = p_phone $$;
GRANT EXECUTE ON FUNCTION prefill_patient(text) TO hf_intakely_app;
