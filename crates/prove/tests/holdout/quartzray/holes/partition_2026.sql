-- The partition of the new year was granted directly and has no row security of its own.
-- about: readings_2026, readings_default, readings
-- as: hf_quartzray_app
-- exploit: SET solar.operator_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: SELECT note FROM solar.readings_2025;
-- shows: Ridge-secret reading
CREATE TABLE solar.readings_2026 PARTITION OF solar.readings
  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- The chart service reads single years.
GRANT SELECT ON solar.readings_2025, solar.readings_2026 TO hf_quartzray_app;
ALTER TABLE solar.readings_2025 DISABLE ROW LEVEL SECURITY;
