-- Any clinic sees everybody in every waiting room, because replacing the view without its options drops
-- security_invoker and it runs with its owner's rights.
-- about: waiting_room, visits, patients
-- as: hf_carebeacon_app
-- exploit: SET app.clinic_id = 'a1c00000-0000-4000-8000-00000000000a';
-- exploit: SELECT full_name FROM care.waiting_room;
-- shows: Road-secret patient
-- The front desk wants the complaint beside the name.
CREATE OR REPLACE VIEW care.waiting_room AS
  SELECT v.clinic_id, v.held_on, p.full_name, v.complaint
  FROM care.visits v
  JOIN care.patients p ON p.clinic_id = v.clinic_id AND p.id = v.patient_id
  WHERE v.status = 'waiting';
