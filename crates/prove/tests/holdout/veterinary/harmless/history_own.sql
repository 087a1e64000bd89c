-- The history of rows is shown by type with the clinic of the version compared; the view is a barrier.
CREATE VIEW vet.item_history WITH (security_barrier = true) AS
  SELECT v.item_type, v.item_id, v.object FROM vet.versions v WHERE v.clinic_id = vet.clinic_id();
GRANT SELECT ON vet.item_history TO hf_veterinary_app;
