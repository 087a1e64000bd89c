-- The new partition has no row level security of its own and can be read directly, past the parent's policy.
-- about: scans_2025, scans
-- as: hf_vanrun_app
-- exploit: SET app.account_id = '1';
-- exploit: SELECT place FROM scans_2025;
-- shows: Van-secret hub
CREATE TABLE scans_2025 PARTITION OF scans FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
GRANT SELECT, INSERT, UPDATE, DELETE ON scans_2025 TO hf_vanrun_app;
