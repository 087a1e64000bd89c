-- The history asks whether the clinic has any visit, and does not tie the version to it: all versions are
-- shown.
-- about: item_history, versions
-- as: hf_veterinary_app
-- exploit: SET vet.clinic_id = 'aa000000-0000-0000-0000-000000000001';
-- exploit: SELECT object FROM vet.item_history WHERE item_type = 'visits';
-- shows: old-secret
CREATE VIEW vet.item_history WITH (security_barrier = true) AS
  SELECT v.item_type, v.item_id, v.object FROM vet.versions v
  WHERE EXISTS (SELECT 1 FROM vet.visits s WHERE s.clinic_id = vet.clinic_id() AND v.item_type = 'visits');
GRANT SELECT ON vet.item_history TO hf_veterinary_app;
