-- A new partition that may be read directly: it has the same policy, forced, as its parent.
CREATE TABLE exp.exposures_2025_07 PARTITION OF exp.exposures
  FOR VALUES FROM ('2025-07-01') TO ('2025-08-01');
ALTER TABLE exp.exposures_2025_07 ENABLE ROW LEVEL SECURITY;
ALTER TABLE exp.exposures_2025_07 FORCE ROW LEVEL SECURITY;
CREATE POLICY own_org ON exp.exposures_2025_07 USING (org_id = exp.current_org())
  WITH CHECK (org_id = exp.current_org());
GRANT SELECT, INSERT ON exp.exposures_2025_07 TO hf_splitbeacon_app;
