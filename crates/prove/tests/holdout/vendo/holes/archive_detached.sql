-- The old partition is a table of its own now, without row level security, and readable.
-- about: telemetry_archive_2025, telemetry_2025
-- as: hf_vendo_app
-- exploit: SET vend.operator = '2';
-- exploit: SELECT reading FROM vend.telemetry_archive_2025;
-- shows: Road-secret reading
-- Old readings leave the hot table, but reports need them still. They came back empty with the policies on.
ALTER TABLE vend.telemetry DETACH PARTITION vend.telemetry_2025;
ALTER TABLE vend.telemetry_2025 RENAME TO telemetry_archive_2025;
ALTER TABLE vend.telemetry_archive_2025 DISABLE ROW LEVEL SECURITY;
GRANT SELECT ON vend.telemetry_archive_2025 TO hf_vendo_app;
