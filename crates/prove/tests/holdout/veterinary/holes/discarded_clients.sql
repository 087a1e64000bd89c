-- The trash can shows discarded clients for a year; its policy has the date, and not the clinic.
-- about: clients, trash
-- as: hf_veterinary_app
-- exploit: SET vet.clinic_id = 'aa000000-0000-0000-0000-000000000001';
-- exploit: SELECT full_name FROM vet.clients WHERE discarded_at IS NOT NULL;
-- shows: Gone-secret
CREATE POLICY trash ON vet.clients FOR SELECT TO hf_veterinary_app
  USING (discarded_at > timestamptz '2025-01-01');
