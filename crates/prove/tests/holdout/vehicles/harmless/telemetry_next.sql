-- A new partition that can be read directly, with the same policy as its parent and forced for everybody.
CREATE TABLE fleet.telemetry_2030_02 PARTITION OF fleet.telemetry
  FOR VALUES FROM ('2030-02-01 00:00Z') TO ('2030-03-01 00:00Z');
ALTER TABLE fleet.telemetry_2030_02 ENABLE ROW LEVEL SECURITY;
ALTER TABLE fleet.telemetry_2030_02 FORCE ROW LEVEL SECURITY;
CREATE POLICY telemetry_2030_02_tenant ON fleet.telemetry_2030_02
  USING (org_id = fleet.org())
  WITH CHECK (org_id = fleet.org());
GRANT SELECT ON fleet.telemetry_2030_02 TO hf_vehicles_app;
