-- Lost: all tenants, workspaces, environments and their settings.

DROP TABLE IF EXISTS workspace_config;
DROP TABLE IF EXISTS environments;
DROP TABLE IF EXISTS workspaces;
DROP TABLE IF EXISTS tenants;
DROP FUNCTION IF EXISTS guard_same_tenant();
DROP FUNCTION IF EXISTS guard_region();
DROP FUNCTION IF EXISTS update_timestamp();
DROP FUNCTION IF EXISTS tenant_exists(uuid);
DROP FUNCTION IF EXISTS app_workspace_id();
DROP FUNCTION IF EXISTS app_tenant_id();
DROP FUNCTION IF EXISTS app_setting_uuid(text);
