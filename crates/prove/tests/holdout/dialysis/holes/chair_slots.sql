-- The new exclusion constraint lost the network, so a refused slot tells when a chair of another network is
-- used.
-- about: sessions_chair_free, sessions
-- as: hf_dialysis_app
-- exploit: SET dia.network = 'a3000000-0000-4000-8000-000000000001';
-- exploit: INSERT INTO dia.sessions (network_id, unit_code, chair_code, patient_id, slot)
-- exploit: VALUES ('a3000000-0000-4000-8000-000000000001', 'NORTH', 'C1',
-- exploit: 'a3000000-0000-4000-8000-000000000002', '[2024-05-02 09:00Z,2024-05-02 10:00Z)');
-- shows: conflicting key value
ALTER TABLE dia.sessions DROP CONSTRAINT sessions_chair_free;
-- Half an hour for the cleaning of the chair is part of the slot now, so the bounds are inclusive.
ALTER TABLE dia.sessions ADD CONSTRAINT sessions_chair_free EXCLUDE USING gist (
  unit_code WITH =, chair_code WITH =, tstzrange(lower(slot), upper(slot), '[]') WITH &&);
