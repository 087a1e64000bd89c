-- The year's partition gets the usual grants, and its row security is forgotten.
-- about: point_entries_2026
-- as: hf_loyalty_report
-- exploit: SET loyalty.program = '1';
-- exploit: SELECT reason FROM point_entries_2026;
-- shows: reason-secret
CREATE TABLE point_entries_2026 (LIKE point_entries INCLUDING ALL);
ALTER TABLE point_entries ATTACH PARTITION point_entries_2026 FOR VALUES FROM ('2026-01-01') TO
  ('2027-01-01');
GRANT SELECT ON point_entries_2026 TO hf_loyalty_report;
