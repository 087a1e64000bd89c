-- A new partition with row security and a policy of its own, so even the direct grant is safe: harmless.
CREATE TABLE zoo.tank_readings_2027_q1 PARTITION OF zoo.tank_readings
  FOR VALUES FROM ('2027-01-01') TO ('2027-04-01');
ALTER TABLE zoo.tank_readings_2027_q1 ENABLE ROW LEVEL SECURITY;
ALTER TABLE zoo.tank_readings_2027_q1 FORCE ROW LEVEL SECURITY;
CREATE POLICY park_only ON zoo.tank_readings_2027_q1 USING (park_id = zoo.current_park())
  WITH CHECK (park_id = zoo.current_park());
GRANT SELECT ON zoo.tank_readings_2027_q1 TO hf_kelpherd_app;
