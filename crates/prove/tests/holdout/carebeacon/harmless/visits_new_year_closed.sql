-- A partition for the new year that is granted, and carries the same forced policy as its parent: nothing
-- of others shows.
CREATE TABLE care.visits_2026 PARTITION OF care.visits
  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE care.visits_2026 ENABLE ROW LEVEL SECURITY;
ALTER TABLE care.visits_2026 FORCE ROW LEVEL SECURITY;
CREATE POLICY visits_2026_clinic ON care.visits_2026
  USING (clinic_id = care.current_clinic()) WITH CHECK (clinic_id = care.current_clinic());
GRANT SELECT ON care.visits_2026 TO hf_carebeacon_app;
