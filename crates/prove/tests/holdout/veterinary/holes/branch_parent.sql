-- Branches are seen by their main clinic; a clinic may set its own parent, and the condition looks both ways.
-- about: clinics, branches, vet.clients
-- as: hf_veterinary_app
-- exploit: SET vet.clinic_id = 'aa000000-0000-0000-0000-000000000001';
-- exploit: UPDATE vet.clinics SET parent_clinic_id = 'bb000000-0000-0000-0000-000000000001';
-- exploit: SELECT full_name FROM vet.clients;
-- shows: Cleo-secret
GRANT UPDATE (parent_clinic_id) ON vet.clinics TO hf_veterinary_app;
CREATE POLICY branches ON vet.clients FOR SELECT TO hf_veterinary_app
  USING (EXISTS (SELECT 1 FROM vet.clinics k
    WHERE k.clinic_id = vet.clinic_id() AND k.parent_clinic_id = clients.clinic_id));
