-- Harmless: the new partition has the same row security as the others and no grant of its own.
CREATE TABLE habits_checkin_2026 PARTITION OF habits_checkin FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE habits_checkin_2026 ENABLE ROW LEVEL SECURITY;
ALTER TABLE habits_checkin_2026 FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON habits_checkin_2026 USING (organization_id = current_org())
  WITH CHECK (organization_id = current_org());
