-- The partition of the new year has row security and no grant, so it is reached by its parent only: harmless.
CREATE TABLE solar.readings_2026 PARTITION OF solar.readings
  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE solar.readings_2026 ENABLE ROW LEVEL SECURITY;
ALTER TABLE solar.readings_2026 FORCE ROW LEVEL SECURITY;
