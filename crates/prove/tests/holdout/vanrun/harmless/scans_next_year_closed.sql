-- A new partition with its own policy and no grant: it is reached by its parent only.
CREATE TABLE scans_2025 PARTITION OF scans FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE scans_2025 ENABLE ROW LEVEL SECURITY;
ALTER TABLE scans_2025 FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON scans_2025 TO hf_vanrun_app
  USING (account_id = NULLIF(current_setting('app.account_id', true), '')::bigint)
  WITH CHECK (account_id = NULLIF(current_setting('app.account_id', true), '')::bigint);
