-- A clinic learns whether a person is a patient anywhere else, because the key that the import upserts on
-- spans all clinics.
-- about: patients_email_key, patients_email_import, patients
-- as: hf_carebeacon_app
-- exploit: SET app.clinic_id = 'a1c00000-0000-4000-8000-00000000000a';
-- exploit: INSERT INTO care.patients (clinic_id, email, full_name)
-- exploit: VALUES ('a1c00000-0000-4000-8000-00000000000a', 'bea@example.test', 'probe');
-- shows: patients_email_import
-- The nightly import uses ON CONFLICT (lower(email)).
CREATE UNIQUE INDEX patients_email_import ON care.patients (lower(email)) WHERE deleted_at IS NULL;
