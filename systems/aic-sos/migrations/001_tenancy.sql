-- Purpose: the tenants and where they live.
-- Date: 2026-11-21
-- Tables: tenants, workspaces, environments, workspace_config
-- Decisions: a region is chosen once; a row never moves to another tenant or workspace; deleting a tenant
-- removes everything of it. Row security follows in 200.

-- The default since PostgreSQL 15, but not in a cluster that was upgraded. SECURITY DEFINER functions search
-- this schema, so nobody else may put functions into it.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE TABLE IF NOT EXISTS tenants (
  tenant_id  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name       text NOT NULL,
  region     text NOT NULL CONSTRAINT tenants_region_check CHECK (region IN ('us-east-1', 'eu-west-1')),
  metadata   jsonb DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  -- Target of the key that keeps a workspace in its tenant's region.
  CONSTRAINT tenants_tenant_id_region_key UNIQUE (tenant_id, region)
);
CREATE INDEX IF NOT EXISTS tenants_region_idx ON tenants (region);
CREATE INDEX IF NOT EXISTS tenants_created_at_idx ON tenants (created_at);

CREATE TABLE IF NOT EXISTS workspaces (
  workspace_id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id             uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  name                  text NOT NULL,
  description           text,
  region                text NOT NULL
    CONSTRAINT workspaces_region_check CHECK (region IN ('us-east-1', 'eu-west-1')),
  data_persistence_mode text NOT NULL DEFAULT 'metadata_only'
    CONSTRAINT workspaces_data_persistence_mode_check
      CHECK (data_persistence_mode IN ('metadata_only', 'full')),
  region_locked         boolean NOT NULL DEFAULT true,
  metadata              jsonb DEFAULT '{}',
  created_at            timestamptz NOT NULL DEFAULT now(),
  updated_at            timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT workspaces_tenant_id_name_key UNIQUE (tenant_id, name),
  -- Target of the keys that keep a row and its workspace in one tenant.
  CONSTRAINT workspaces_tenant_id_workspace_id_key UNIQUE (tenant_id, workspace_id),
  CONSTRAINT workspaces_tenant_region_fkey
    FOREIGN KEY (tenant_id, region) REFERENCES tenants (tenant_id, region) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS workspaces_tenant_idx ON workspaces (tenant_id);
CREATE INDEX IF NOT EXISTS workspaces_region_idx ON workspaces (region);
CREATE INDEX IF NOT EXISTS workspaces_created_at_idx ON workspaces (created_at);

CREATE TABLE IF NOT EXISTS environments (
  environment_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id   uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  tenant_id      uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  name           text NOT NULL,
  tier           text NOT NULL CONSTRAINT environments_tier_check CHECK (tier IN ('dev', 'test', 'prod')),
  description    text,
  metadata       jsonb DEFAULT '{}',
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT environments_workspace_id_name_key UNIQUE (workspace_id, name),
  CONSTRAINT environments_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS environments_workspace_idx ON environments (workspace_id);
CREATE INDEX IF NOT EXISTS environments_tenant_idx ON environments (tenant_id);

CREATE TABLE IF NOT EXISTS workspace_config (
  config_id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id         uuid NOT NULL UNIQUE REFERENCES workspaces ON DELETE CASCADE,
  tenant_id            uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  retention_days       integer DEFAULT 90
    CONSTRAINT workspace_config_retention_days_check CHECK (retention_days > 0),
  write_cap_per_minute integer DEFAULT 1000
    CONSTRAINT workspace_config_write_cap_per_minute_check CHECK (write_cap_per_minute > 0),
  approval_tiers       jsonb DEFAULT '{}',
  custom_settings      jsonb DEFAULT '{}',
  created_at           timestamptz NOT NULL DEFAULT now(),
  updated_at           timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT workspace_config_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS workspace_config_workspace_idx ON workspace_config (workspace_id);
CREATE INDEX IF NOT EXISTS workspace_config_tenant_idx ON workspace_config (tenant_id);

-- A setting of the session as a uuid: null when it is missing, empty or no uuid, so that a bad context
-- shows nothing instead of failing.
CREATE OR REPLACE FUNCTION app_setting_uuid(setting text) RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN current_setting(setting, true)
       ~ '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$'
  THEN current_setting(setting, true)::uuid
END;
REVOKE ALL ON FUNCTION app_setting_uuid(text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION app_tenant_id() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
RETURN app_setting_uuid('app.tenant_id');
REVOKE ALL ON FUNCTION app_tenant_id() FROM PUBLIC;

-- Without a workspace all workspaces of the tenant are meant. A malformed one must not mean that: it
-- becomes the nil uuid, which no workspace has.
CREATE OR REPLACE FUNCTION app_workspace_id() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN nullif(current_setting('app.workspace_id', true), '') IS NOT NULL
  THEN coalesce(app_setting_uuid('app.workspace_id'), '00000000-0000-0000-0000-000000000000'::uuid)
END;
REVOKE ALL ON FUNCTION app_workspace_id() FROM PUBLIC;

-- Guards ask this instead of the table: row security would hide a tenant that is there, and a guard that
-- takes it for erased would open.
CREATE OR REPLACE FUNCTION tenant_exists(tenant uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
  SELECT EXISTS (SELECT FROM tenants AS t WHERE t.tenant_id = tenant)
$func$;
REVOKE ALL ON FUNCTION tenant_exists(uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION update_timestamp() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $func$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION update_timestamp() FROM PUBLIC;

CREATE OR REPLACE FUNCTION guard_region() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $func$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.region IS DISTINCT FROM OLD.region THEN
    RAISE EXCEPTION 'the region of % never changes', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation', HINT = 'Create it anew in the other region and move the data.';
  END IF;
  -- Two conditions, not one: a row of tenants has no such column to ask for.
  IF TG_TABLE_NAME = 'workspaces' THEN
    IF NOT NEW.region_locked THEN
      RAISE EXCEPTION 'every workspace is locked to its region' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION guard_region() FROM PUBLIC;

-- Keeps a row in its tenant and workspace, and its references too. Arguments: column:table:key of each
-- reference. Foreign keys look past row security, so a guessed id of another tenant would pass them.
-- Where the two rows both name a workspace, workflow or run, it must be the same one too.
CREATE OR REPLACE FUNCTION guard_same_tenant() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
DECLARE
  new_row   jsonb := to_jsonb(NEW);
  old_row   jsonb := '{}';
  reference text;
  referring text;
  scope     text;
  target    jsonb;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    old_row := to_jsonb(OLD);
    IF new_row -> 'tenant_id' IS DISTINCT FROM old_row -> 'tenant_id'
      OR new_row -> 'workspace_id' IS DISTINCT FROM old_row -> 'workspace_id'
    THEN
      RAISE EXCEPTION 'a row of % never moves to another tenant or workspace', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  FOREACH reference IN ARRAY coalesce(TG_ARGV, '{}') LOOP
    referring := split_part(reference, ':', 1);
    CONTINUE WHEN new_row ->> referring IS NULL OR new_row -> referring = old_row -> referring;
    EXECUTE format('SELECT to_jsonb(t) FROM %I AS t WHERE %I = $1',
      split_part(reference, ':', 2), split_part(reference, ':', 3))
      INTO target USING (new_row ->> referring)::uuid;
    SELECT c INTO scope FROM unnest(ARRAY['tenant_id', 'workspace_id', 'workflow_id', 'run_id']) AS c
    WHERE target ->> c <> new_row ->> c LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION '%.% refers to a row with another %', TG_TABLE_NAME, referring, scope
        USING ERRCODE = 'foreign_key_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION guard_same_tenant() FROM PUBLIC;

DO $do$
DECLARE
  relation text;
BEGIN
  FOREACH relation IN ARRAY ARRAY['tenants', 'workspaces', 'environments', 'workspace_config'] LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION update_timestamp()',
      relation || '_update_timestamp', relation);
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION guard_same_tenant()',
      relation || '_same_tenant', relation);
  END LOOP;
END
$do$;

CREATE OR REPLACE TRIGGER tenants_guard_region BEFORE UPDATE ON tenants
  FOR EACH ROW EXECUTE FUNCTION guard_region();
CREATE OR REPLACE TRIGGER workspaces_guard_region BEFORE INSERT OR UPDATE ON workspaces
  FOR EACH ROW EXECUTE FUNCTION guard_region();
