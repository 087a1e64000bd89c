-- Tenants, workspaces and what belongs to them.

INSERT INTO tenants (tenant_id, name, region) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Works', 'us-east-1'),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Labs', 'eu-west-1');
INSERT INTO workspaces (workspace_id, tenant_id, name, region) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'main', 'us-east-1'),
  ('a1000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'lab', 'us-east-1'),
  ('b1000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'main', 'eu-west-1');

INSERT INTO principals (principal_id, tenant_id, type, email) VALUES
  ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'human',
    'alice@alder.example.com'),
  ('b2000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'human',
    'boris@birch.example.com');

-- case: a tenant lives in one of the known regions
-- guard: ALTER TABLE tenants DROP CONSTRAINT tenants_region_check
-- expect: error 23514
INSERT INTO tenants (name, region) VALUES ('Cedar Mills', 'ap-south-1');

-- case: a tenant never leaves its region
-- guard: DROP TRIGGER tenants_guard_region ON tenants
INSERT INTO tenants (tenant_id, name, region)
VALUES ('c0000000-0000-4000-8000-000000000001', 'Cedar Mills', 'us-east-1');
-- expect: error 23001 the region of tenants never changes
UPDATE tenants SET region = 'eu-west-1' WHERE tenant_id = 'c0000000-0000-4000-8000-000000000001';

-- case: a workspace lives in the region of its tenant
-- guard: ALTER TABLE workspaces DROP CONSTRAINT workspaces_tenant_region_fkey
-- expect: error 23503
INSERT INTO workspaces (tenant_id, name, region)
VALUES ('a0000000-0000-4000-8000-000000000001', 'abroad', 'eu-west-1');

-- case: a workspace never leaves its region
-- guard: DROP TRIGGER workspaces_guard_region ON workspaces;
--   ALTER TABLE workspaces DROP CONSTRAINT workspaces_tenant_region_fkey
-- expect: error 23001 the region of workspaces never changes
UPDATE workspaces SET region = 'eu-west-1' WHERE workspace_id = 'a1000000-0000-4000-8000-000000000001';

-- case: every workspace is locked to its region
-- guard: DROP TRIGGER workspaces_guard_region ON workspaces
-- expect: error 23001 locked
UPDATE workspaces SET region_locked = false WHERE workspace_id = 'a1000000-0000-4000-8000-000000000001';
-- expect: error 23001 locked
INSERT INTO workspaces (tenant_id, name, region, region_locked)
VALUES ('a0000000-0000-4000-8000-000000000001', 'free', 'us-east-1', false);

-- case: a workspace keeps metadata only unless it asks for more
-- guard: ALTER TABLE workspaces ALTER COLUMN data_persistence_mode SET DEFAULT 'full'
-- guard: ALTER TABLE workspaces DROP CONSTRAINT workspaces_data_persistence_mode_check
-- expect: metadata_only
INSERT INTO workspaces (tenant_id, name, region)
VALUES ('a0000000-0000-4000-8000-000000000001', 'new', 'us-east-1') RETURNING data_persistence_mode;
-- expect: error 23514
UPDATE workspaces SET data_persistence_mode = 'everything';

-- case: a workspace's name is unique in its tenant only
-- guard: ALTER TABLE workspaces DROP CONSTRAINT workspaces_tenant_id_name_key
-- expect: error 23505
INSERT INTO workspaces (tenant_id, name, region)
VALUES ('a0000000-0000-4000-8000-000000000001', 'main', 'us-east-1');
-- expect: 1
INSERT INTO workspaces (tenant_id, name, region)
VALUES ('b0000000-0000-4000-8000-000000000001', 'lab', 'eu-west-1');

-- case: an environment is dev, test or prod, once by its name
-- guard: ALTER TABLE environments DROP CONSTRAINT environments_tier_check
-- guard: ALTER TABLE environments DROP CONSTRAINT environments_workspace_id_name_key
INSERT INTO environments (workspace_id, tenant_id, name, tier)
VALUES ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'live', 'prod');
-- expect: error 23514
INSERT INTO environments (workspace_id, tenant_id, name, tier)
VALUES ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'qa', 'staging');
-- expect: error 23505
INSERT INTO environments (workspace_id, tenant_id, name, tier)
VALUES ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'live', 'test');

-- case: a row names a workspace of its own tenant
-- guard: ALTER TABLE environments DROP CONSTRAINT environments_tenant_workspace_fkey
-- guard: ALTER TABLE workspace_config DROP CONSTRAINT workspace_config_tenant_workspace_fkey;
--   DROP TRIGGER workspace_config_audit ON workspace_config
-- guard: ALTER TABLE workflows DROP CONSTRAINT workflows_tenant_workspace_fkey;
--   DROP TRIGGER workflows_audit ON workflows
-- guard: ALTER TABLE provider_keys DROP CONSTRAINT provider_keys_tenant_workspace_fkey;
--   DROP TRIGGER provider_keys_audit ON provider_keys
-- guard: ALTER TABLE connector_installations DROP CONSTRAINT connector_installations_tenant_workspace_fkey;
--   DROP TRIGGER connector_installations_audit ON connector_installations
-- guard: ALTER TABLE metering_events DROP CONSTRAINT metering_events_tenant_workspace_fkey
-- guard: ALTER TABLE usage_summary DROP CONSTRAINT usage_summary_tenant_workspace_fkey
-- guard: ALTER TABLE audit_events DROP CONSTRAINT audit_events_tenant_workspace_fkey
-- expect: error 23503
INSERT INTO environments (workspace_id, tenant_id, name, tier)
VALUES ('b1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'live', 'prod');
-- expect: error 23503
INSERT INTO workspace_config (workspace_id, tenant_id)
VALUES ('b1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001');
-- expect: error 23503
INSERT INTO workflows (workspace_id, tenant_id, name)
VALUES ('b1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'triage');
-- expect: error 23503
INSERT INTO provider_keys (workspace_id, tenant_id, provider_type, name, encrypted_key, kms_key_id)
VALUES ('b1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'openai', 'main',
  'enc:first', 'kms-1');
-- expect: error 23503
INSERT INTO connector_installations (
  workspace_id, tenant_id, connector_type, connector_version, encrypted_config, kms_key_id)
VALUES ('b1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'ticketing', '1.0',
  'enc:first', 'kms-1');
-- expect: error 23503
INSERT INTO metering_events (workspace_id, tenant_id, metric_type, metric_name, quantity, unit)
VALUES ('b1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'api_calls',
  'requests', 1, 'calls');
-- expect: error 23503
INSERT INTO usage_summary (workspace_id, tenant_id, period, period_start, period_end)
VALUES ('b1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'daily',
  '2026-01-01 00:00+00', '2026-01-02 00:00+00');
-- expect: error 23503
INSERT INTO audit_events (workspace_id, tenant_id, action, resource_type)
VALUES ('b1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'note.added', 'note');

-- case: a workspace has one configuration, with positive limits
-- guard: ALTER TABLE workspace_config DROP CONSTRAINT workspace_config_workspace_id_key
-- guard: ALTER TABLE workspace_config DROP CONSTRAINT workspace_config_retention_days_check
-- guard: ALTER TABLE workspace_config DROP CONSTRAINT workspace_config_write_cap_per_minute_check
-- guard: ALTER TABLE workspace_config ALTER COLUMN retention_days SET DEFAULT 30
-- guard: ALTER TABLE workspace_config ALTER COLUMN write_cap_per_minute SET DEFAULT 10
-- expect: rows
--   90 | 1000
INSERT INTO workspace_config (workspace_id, tenant_id)
VALUES ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001')
RETURNING retention_days, write_cap_per_minute;
-- expect: error 23505
INSERT INTO workspace_config (workspace_id, tenant_id)
VALUES ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001');
-- expect: error 23514
UPDATE workspace_config SET retention_days = 0;
-- expect: error 23514
UPDATE workspace_config SET write_cap_per_minute = 0;

-- case: a row never moves to another workspace of its tenant
-- guard: DROP TRIGGER environments_same_tenant ON environments
INSERT INTO environments (workspace_id, tenant_id, name, tier)
VALUES ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'live', 'prod');
-- expect: error 23001 never moves
UPDATE environments SET workspace_id = 'a1000000-0000-4000-8000-000000000002';

-- case: a workspace with a history goes with its tenant only
-- guard: DROP TRIGGER audit_events_append_only ON audit_events; DROP TRIGGER roles_guard ON roles
-- expect: error 23001 append-only
DELETE FROM workspaces WHERE workspace_id = 'a1000000-0000-4000-8000-000000000002';

-- case: an erased tenant is erased once
-- guard: CREATE OR REPLACE FUNCTION erase_tenant(id uuid) RETURNS void LANGUAGE sql
--   AS 'DELETE FROM tenants AS t WHERE t.tenant_id = id'
SELECT erase_tenant('b0000000-0000-4000-8000-000000000001');
-- expect: error P0002 there is no tenant
SELECT erase_tenant('b0000000-0000-4000-8000-000000000001');
