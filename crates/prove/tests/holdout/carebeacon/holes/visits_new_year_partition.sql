-- Any clinic can read all visits of the new year, because the new partition is granted for a fast dashboard
-- and has no policies of its own.
-- about: visits_2026, visits
-- as: hf_carebeacon_app
-- exploit: SET app.clinic_id = 'a1c00000-0000-4000-8000-00000000000a';
-- exploit: SELECT complaint FROM care.visits_2026;
-- shows: Road-secret complaint
CREATE TABLE care.visits_2026 PARTITION OF care.visits
  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX visits_2026_status ON care.visits_2026 (clinic_id, status);
-- The dashboard names the partition to spare the planner.
GRANT SELECT ON care.visits_2026 TO hf_carebeacon_app;
