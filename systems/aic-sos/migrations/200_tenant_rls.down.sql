-- Lost: no data, but all isolation: any role with a grant sees every tenant. Roles that serve other
-- databases of the cluster stay.

DO $do$
DECLARE
  owned record;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'migration') THEN
    RETURN;
  END IF;
  FOR owned IN
    SELECT c.oid::regclass AS name FROM pg_class AS c
    WHERE c.relowner = 'migration'::regrole AND c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND c.relname IN (
        'permissions', 'tenants', 'workspaces', 'environments', 'workspace_config', 'principals', 'roles',
        'role_bindings', 'api_keys', 'sessions', 'workflows', 'workflow_versions', 'policies',
        'policy_bindings', 'runs', 'steps', 'approval_requests', 'approval_decisions', 'tool_calls',
        'provider_keys', 'connector_installations', 'secret_rotation_log', 'key_validation_results',
        'audit_events', 'metering_events', 'usage_summary', 'audit_config')
  LOOP
    EXECUTE format('ALTER TABLE %s OWNER TO CURRENT_USER', owned.name);
  END LOOP;
  FOR owned IN
    SELECT t.oid::regtype AS name FROM pg_type AS t
    WHERE t.typowner = 'migration'::regrole AND t.typnamespace = 'public'::regnamespace
      AND t.typname IN ('run_status', 'step_status', 'approval_status')
  LOOP
    EXECUTE format('ALTER TYPE %s OWNER TO CURRENT_USER', owned.name);
  END LOOP;
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

DO $do$
DECLARE
  role_name text;
  joined    boolean;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['app_reader', 'app_writer', 'app_auditor', 'app_ops', 'migration'] LOOP
    CONTINUE WHEN NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name);
    -- DROP OWNED would take along what others made under this role; then its grants stay too.
    IF EXISTS (
      SELECT FROM pg_shdepend AS d
      WHERE d.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND d.refobjid = role_name::regrole AND d.deptype = 'o')
    THEN
      RAISE NOTICE 'role % owns other objects of this database and stays', role_name;
      CONTINUE;
    END IF;
    -- DROP OWNED takes being a member, which whoever made the role is not by that.
    joined := NOT pg_has_role(current_user, role_name, 'MEMBER');
    IF joined THEN
      EXECUTE format('GRANT %I TO %I', role_name, current_user);
    END IF;
    BEGIN
      EXECUTE format('DROP OWNED BY %I', role_name);
      EXECUTE format('DROP ROLE %I', role_name);
    EXCEPTION
      WHEN dependent_objects_still_exist THEN
        -- The handler undid the revocation as well.
        EXECUTE format('DROP OWNED BY %I', role_name);
        IF joined THEN
          EXECUTE format('REVOKE %I FROM %I', role_name, current_user);
        END IF;
        RAISE NOTICE 'role % serves other databases and stays', role_name;
      WHEN undefined_object THEN
        NULL;  -- Dropped at this moment by another database's way down.
    END;
  END LOOP;
END
$do$;
