-- Lost: no data, but all isolation, and with it every grant: only the owner reads anything after this. Roles
-- that serve other databases of the cluster, or have members, stay.

-- Not DROP OWNED: it would also take the roles' rights on the other databases of the cluster, and tables that
-- an operator gave to them. The grants go before row security does, so that no moment shows one tenant the
-- rows of another.
DO $do$
DECLARE
  relations constant text[] := ARRAY[
    'permissions', 'tenants', 'workspaces', 'environments', 'workspace_config',
    'principals', 'roles', 'role_bindings', 'api_keys', 'sessions',
    'workflows', 'workflow_versions', 'policies', 'policy_bindings',
    'runs', 'steps', 'approval_requests', 'approval_decisions', 'tool_calls',
    'provider_keys', 'connector_installations', 'secret_rotation_log', 'key_validation_results',
    'audit_events', 'metering_events', 'usage_summary', 'audit_config'
  ];
  routines constant text[] := ARRAY[
    'app_setting_uuid(text)', 'app_tenant_id()', 'app_workspace_id()', 'tenant_exists(uuid)',
    'resolve_api_key(text)', 'resolve_session(uuid)', 'needs_validation(uuid)', 'check_budget(uuid)',
    'usage_costs(timestamptz, timestamptz)', 'set_actor(uuid)', 'publish_workflow_version(uuid, uuid)',
    'start_run(uuid, text, text, jsonb)',
    'request_approval(uuid, text, text, jsonb, integer, timestamptz)',
    'decide_approval(uuid, uuid, text, text)', 'rotate_provider_key(uuid, text, text, uuid, text)',
    'rotate_connector_credential(uuid, text, text, uuid, text)',
    'rotate_api_key(uuid, text, text, uuid, text)',
    'record_validation(uuid, text, text, jsonb, interval)',
    'append_audit_event(text, text, uuid, jsonb, text, text, uuid, timestamptz, uuid)',
    'verify_audit_chain(uuid, uuid)', 'audit_event_hash(public.audit_events)',
    'export_audit(uuid, timestamptz)', 'expire_approval_requests()',
    'rollup_usage(text, timestamptz, timestamptz)', 'purge_expired_audit(uuid)', 'erase_tenant(uuid)'
  ];
  grantees text := (
    SELECT string_agg(quote_ident(rolname), ', ' ORDER BY rolname) FROM pg_roles
    WHERE rolname IN ('app_reader', 'app_writer', 'app_auditor', 'app_ops', 'migration'));
  owned record;
BEGIN
  IF grantees IS NULL THEN
    RETURN;
  END IF;
  FOR owned IN
    SELECT c.oid::regclass AS name, c.relowner = to_regrole('migration') AS given
    FROM pg_class AS c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname = ANY (relations)
  LOOP
    IF owned.given THEN
      EXECUTE format('ALTER TABLE %s OWNER TO CURRENT_USER', owned.name);
    END IF;
    -- With the table go the grants on its columns.
    EXECUTE format('REVOKE ALL ON %s FROM %s', owned.name, grantees);
  END LOOP;
  FOR owned IN
    SELECT t.oid::regtype AS name FROM pg_type AS t
    WHERE t.typowner = to_regrole('migration') AND t.typnamespace = 'public'::regnamespace
      AND t.typname IN ('run_status', 'step_status', 'approval_status')
  LOOP
    EXECUTE format('ALTER TYPE %s OWNER TO CURRENT_USER', owned.name);
  END LOOP;
  FOR owned IN
    SELECT DISTINCT to_regprocedure('public.' || signature) AS name FROM unnest(routines) AS signature
    WHERE to_regprocedure('public.' || signature) IS NOT NULL
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM %s', owned.name, grantees);
  END LOOP;
  EXECUTE format('REVOKE ALL ON SCHEMA public FROM %s', grantees);
END
$do$;

DO $do$
DECLARE
  rule record;
BEGIN
  FOR rule IN
    SELECT p.polname, c.oid::regclass AS relation
    FROM pg_policy AS p JOIN pg_class AS c ON c.oid = p.polrelid
    WHERE c.relnamespace = 'public'::regnamespace
      AND p.polname IN (c.relname || '_isolation', c.relname || '_owner')
  LOOP
    EXECUTE format('DROP POLICY %I ON %s', rule.polname, rule.relation);
    EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', rule.relation);
    EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', rule.relation);
  END LOOP;
END
$do$;

-- Last of all, so that the roles are locked for a moment only. A membership of whoever applies this is the
-- one that the way up gave him; any other is a login that still needs its role.
DO $do$
DECLARE
  ours constant text[] := ARRAY['app_reader', 'app_writer', 'app_auditor', 'app_ops', 'migration'];
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ours LOOP
    IF EXISTS (
      SELECT FROM pg_auth_members AS m JOIN pg_roles AS r ON r.oid = m.member
      WHERE m.roleid = to_regrole(role_name) AND r.rolname <> current_user)
    THEN
      RAISE NOTICE 'role % stays: it has members', role_name;
      CONTINUE;
    END IF;
    BEGIN
      EXECUTE format('DROP ROLE IF EXISTS %I', role_name);
    EXCEPTION
      WHEN dependent_objects_still_exist THEN
        RAISE NOTICE 'role % stays: other objects or databases of the cluster use it', role_name;
      WHEN insufficient_privilege THEN
        RAISE NOTICE 'role % stays: % may not drop it', role_name, current_user;
      WHEN internal_error OR undefined_object THEN
        NULL;  -- Dropped at this moment for another database.
    END;
  END LOOP;
END
$do$;
