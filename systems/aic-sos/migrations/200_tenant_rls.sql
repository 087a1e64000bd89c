-- Purpose: the roles, what they may do, and to which rows.
-- Date: 2026-11-21
-- Tables: row security on the 26 tables of tenants; permissions is common to all and only readable
-- Decisions: on by default and forced, so that a forgotten context shows nothing instead of everything.
--
-- Roles belong to the cluster: they are made once and shared by all databases on it. None of them logs in,
-- none looks past row security.

DO $do$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['app_reader', 'app_writer', 'app_auditor', 'app_ops', 'migration'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS', role_name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;  -- Made at this moment for another database.
      END;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = role_name AND (rolsuper OR rolbypassrls)) THEN
      RAISE EXCEPTION 'the role % looks past row security', role_name
        USING HINT = 'ALTER ROLE … NOSUPERUSER NOBYPASSRLS, or use a cluster of its own.';
    END IF;
  END LOOP;
END
$do$;

-- Giving tables to migration takes being a member of it. A superuser counts as one.
DO $do$
BEGIN
  FOR attempt IN 1..10 LOOP
    EXIT WHEN pg_has_role(current_user, 'migration', 'MEMBER');
    BEGIN
      EXECUTE format('GRANT migration TO %I', current_user);
    EXCEPTION WHEN internal_error OR unique_violation THEN
      IF attempt = 10 THEN
        RAISE;
      END IF;
      PERFORM pg_sleep(0.05 * attempt);  -- Granted at this moment for another database.
    END;
  END LOOP;
END
$do$;

GRANT USAGE ON SCHEMA public TO app_reader, app_writer, app_auditor, app_ops;
GRANT USAGE, CREATE ON SCHEMA public TO migration;

-- migration owns the tables and may alter them; forced row security keeps their rows from it all the same.
-- The functions stay with whoever applies this: as SECURITY DEFINER they need the rows of all tenants, and
-- where he is no superuser, a policy names him.
DO $do$
DECLARE
  relation     text;
  by_tenant    text := 'tenant_id = (SELECT app_tenant_id())';
  by_workspace text := ' AND ((SELECT app_workspace_id()) IS NULL OR workspace_id IS NULL'
    || ' OR workspace_id = (SELECT app_workspace_id()))';
  rule         text;
  bound_owner  name;
BEGIN
  SELECT r.rolname INTO bound_owner
  FROM pg_proc AS p JOIN pg_roles AS r ON r.oid = p.proowner
  WHERE p.oid = 'audit_chain()'::regprocedure AND NOT r.rolsuper AND NOT r.rolbypassrls;

  FOREACH relation IN ARRAY ARRAY[
    'tenants', 'workspaces', 'environments', 'workspace_config',
    'principals', 'roles', 'role_bindings', 'api_keys', 'sessions',
    'workflows', 'workflow_versions', 'policies', 'policy_bindings',
    'runs', 'steps', 'approval_requests', 'approval_decisions', 'tool_calls',
    'provider_keys', 'connector_installations', 'secret_rotation_log', 'key_validation_results',
    'audit_events', 'metering_events', 'usage_summary', 'audit_config'
  ] LOOP
    EXECUTE format('ALTER TABLE %I OWNER TO migration', relation);
    rule := by_tenant;
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = relation::regclass AND attname = 'workspace_id' AND NOT attisdropped)
    THEN
      rule := rule || by_workspace;
    END IF;
    EXECUTE format('DROP POLICY IF EXISTS %I ON %I', relation || '_isolation', relation);
    EXECUTE format('CREATE POLICY %I ON %I USING (%s) WITH CHECK (%s)',
      relation || '_isolation', relation, rule, rule);
    EXECUTE format('DROP POLICY IF EXISTS %I ON %I', relation || '_owner', relation);
    IF bound_owner IS NOT NULL THEN
      EXECUTE format('CREATE POLICY %I ON %I TO %I USING (true) WITH CHECK (true)',
        relation || '_owner', relation, bound_owner);
    END IF;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', relation);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', relation);
    EXECUTE format('GRANT SELECT ON %I TO app_reader', relation);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app_writer', relation);
    -- The append-only four are neither changed nor thinned out by the application.
    IF relation NOT IN ('audit_events', 'metering_events', 'secret_rotation_log', 'approval_decisions') THEN
      EXECUTE format('GRANT UPDATE, DELETE ON %I TO app_writer', relation);
    END IF;
  END LOOP;
END
$do$;
ALTER TABLE permissions OWNER TO migration;
ALTER TYPE run_status OWNER TO migration;
ALTER TYPE step_status OWNER TO migration;
ALTER TYPE approval_status OWNER TO migration;

REVOKE ALL ON permissions FROM PUBLIC;
GRANT SELECT ON permissions TO app_reader, app_writer;
-- A tenant ends by erase_tenant(), which is not the application's: it takes the audit log along.
REVOKE DELETE ON tenants FROM app_writer;
-- The checkpoints prove what a purge removed; whoever could write them could hide a gap.
REVOKE INSERT, UPDATE, DELETE ON audit_config FROM app_writer;
GRANT INSERT (
  audit_config_id, tenant_id, retention_days, log_level, mask_sensitive_fields, export_enabled,
  export_destination
) ON audit_config TO app_writer;
GRANT UPDATE (
  retention_days, log_level, mask_sensitive_fields, export_enabled, export_destination
) ON audit_config TO app_writer;
GRANT SELECT ON audit_events, audit_config, secret_rotation_log TO app_auditor;

-- What the policies and the guards call.
GRANT EXECUTE ON FUNCTION app_setting_uuid(text), app_tenant_id(), app_workspace_id()
  TO app_reader, app_writer, app_auditor, app_ops, migration;
-- Foreign keys that set null or cascade into an append-only table act as its owner.
GRANT EXECUTE ON FUNCTION tenant_exists(uuid) TO migration;

GRANT EXECUTE ON FUNCTION
  resolve_api_key(text), resolve_session(uuid), needs_validation(uuid), check_budget(uuid),
  usage_costs(timestamptz, timestamptz)
  TO app_reader, app_writer;
GRANT EXECUTE ON FUNCTION
  set_actor(uuid), publish_workflow_version(uuid, uuid), start_run(uuid, text, text, jsonb),
  request_approval(uuid, text, text, jsonb, integer, timestamptz), decide_approval(uuid, uuid, text, text),
  rotate_provider_key(uuid, text, text, uuid, text),
  rotate_connector_credential(uuid, text, text, uuid, text),
  rotate_api_key(uuid, text, text, uuid, text), record_validation(uuid, text, text, jsonb, interval),
  append_audit_event(text, text, uuid, jsonb, text, text, uuid, timestamptz, uuid)
  TO app_writer;
GRANT EXECUTE ON FUNCTION
  verify_audit_chain(uuid, uuid), audit_event_hash(audit_events), export_audit(uuid, timestamptz)
  TO app_auditor;
GRANT EXECUTE ON FUNCTION
  expire_approval_requests(), rollup_usage(text, timestamptz, timestamptz), purge_expired_audit(uuid),
  erase_tenant(uuid)
  TO app_ops;
