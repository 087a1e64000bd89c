-- The year's partition is attached with the same row security as its parent before anyone may read it.
CREATE TABLE point_entries_2026 (LIKE point_entries INCLUDING ALL);
ALTER TABLE point_entries_2026 ENABLE ROW LEVEL SECURITY;
ALTER TABLE point_entries_2026 FORCE ROW LEVEL SECURITY;
CREATE POLICY by_program ON point_entries_2026 TO hf_loyalty_app, hf_loyalty_report
  USING (program_id = current_program()) WITH CHECK (program_id = current_program());
ALTER TABLE point_entries ATTACH PARTITION point_entries_2026 FOR VALUES FROM ('2026-01-01') TO
  ('2027-01-01');
GRANT SELECT ON point_entries_2026 TO hf_loyalty_report;
