-- Tenant isolation: the context, the guards, the policies of 001's tables, and the schemas of tenants.
--
-- Policies, in this file and all later ones:
--   tenant_isolation_<table>  to everybody: rows of the tenant in the context, for reading and for writing.
--                             52 in the first design, 55 with tenants, tenant_schemas, query_performance_log.
--   all_tenants_<table>       to adx_all_tenants only, on each of the 59 tables.
--   public_…, unknown_tenant_…  three narrow additions for single verbs, at their tables.
-- The branch for operations is a policy of its own because an OR inside tenant_isolation would cost every
-- query of the application its index on tenant_id. So the catalog holds 117 policies, and 55 of them are
-- the fence. Permissive policies add up, but only adx_admin and adx_definer are in adx_all_tenants.

-- The context ---------------------------------------------------------------------------------------

-- Null when the setting is unset, empty or no uuid: then policies match no row and raise no error.
CREATE OR REPLACE FUNCTION get_current_tenant_id() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN current_setting('app.current_tenant_id', true) ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$'
  THEN current_setting('app.current_tenant_id', true)::uuid
END;
ALTER FUNCTION get_current_tenant_id() OWNER TO adx_owner;
REVOKE ALL ON FUNCTION get_current_tenant_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION get_current_tenant_id() TO adx_app, adx_readonly, adx_admin, adx_definer;

-- Always for the transaction only: a pooled connection must not carry a tenant over to the next request.
CREATE OR REPLACE FUNCTION set_tenant_context(tenant_id uuid) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM pg_catalog.set_config('app.current_tenant_id', coalesce(tenant_id::text, ''), true);
END
$$;
ALTER FUNCTION set_tenant_context(uuid) OWNER TO adx_owner;
REVOKE ALL ON FUNCTION set_tenant_context(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION set_tenant_context(uuid) TO adx_app, adx_readonly, adx_admin;

CREATE OR REPLACE FUNCTION clear_tenant_context() RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM pg_catalog.set_config('app.current_tenant_id', '', true);
END
$$;
ALTER FUNCTION clear_tenant_context() OWNER TO adx_owner;
REVOKE ALL ON FUNCTION clear_tenant_context() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clear_tenant_context() TO adx_app, adx_readonly, adx_admin;

-- Guards --------------------------------------------------------------------------------------------

-- A row names only users who are at home in its tenant or members of it. Users cannot have the two-column
-- foreign key, since one user may work in several tenants. With the caller's rights on purpose: a tenant sees
-- its own users only, so a user of somebody else and no user at all get the same answer.
CREATE OR REPLACE FUNCTION check_user_in_tenant() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  named_user uuid;
BEGIN
  IF NEW.tenant_id IS NULL THEN
    RETURN NEW;
  END IF;
  FOR position IN 0 .. TG_NARGS - 1 LOOP
    named_user := (to_jsonb(NEW) ->> TG_ARGV[position])::uuid;
    CONTINUE WHEN named_user IS NULL;
    IF NOT EXISTS (SELECT FROM public.users u WHERE u.id = named_user AND u.tenant_id = NEW.tenant_id)
      AND NOT EXISTS (
        SELECT FROM public.tenant_memberships m WHERE m.user_id = named_user AND m.tenant_id = NEW.tenant_id
      )
    THEN
      RAISE foreign_key_violation USING
        MESSAGE = format('%s.%s names a user who is not in the tenant', TG_TABLE_NAME, TG_ARGV[position]),
        HINT = 'Use a user of the tenant, or make the user a member of it first.';
    END IF;
  END LOOP;
  RETURN NEW;
END
$$;
ALTER FUNCTION check_user_in_tenant() OWNER TO adx_owner;
REVOKE ALL ON FUNCTION check_user_in_tenant() FROM PUBLIC;

-- After the insert, so that ON CONFLICT DO NOTHING may run over a full tenant; with the tenant locked, so
-- that two inserts at once cannot both take the last place.
CREATE OR REPLACE FUNCTION check_user_quota() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  allowed numeric;
BEGIN
  SELECT (t.quotas ->> 'max_users')::numeric INTO allowed
  FROM public.tenants t
  WHERE t.id = NEW.tenant_id AND jsonb_typeof(t.quotas -> 'max_users') = 'number'
  FOR NO KEY UPDATE;
  IF (SELECT count(*) FROM public.users u WHERE u.tenant_id = NEW.tenant_id) > allowed THEN
    RAISE check_violation USING
      MESSAGE = format('the tenant may have %s users and has them', allowed),
      HINT = 'Raise max_users in tenants.quotas, or remove a user first.';
  END IF;
  RETURN NULL;
END
$$;
ALTER FUNCTION check_user_quota() OWNER TO adx_owner;
REVOKE ALL ON FUNCTION check_user_quota() FROM PUBLIC;

CREATE OR REPLACE FUNCTION refuse_session_revival() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE check_violation USING MESSAGE = 'a revoked session stays revoked', HINT = 'Start a new session.';
END
$$;
ALTER FUNCTION refuse_session_revival() OWNER TO adx_owner;
REVOKE ALL ON FUNCTION refuse_session_revival() FROM PUBLIC;

-- Whether the row that a log entry points to is deleted. Not for adx_app: it would tell which ids exist.
CREATE OR REPLACE FUNCTION parent_is_gone(parent_table text, parent_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  CASE parent_table
    WHEN 'tenants' THEN RETURN NOT EXISTS (SELECT FROM public.tenants t WHERE t.id = parent_id);
    WHEN 'users' THEN RETURN NOT EXISTS (SELECT FROM public.users u WHERE u.id = parent_id);
    WHEN 'files' THEN RETURN NOT EXISTS (SELECT FROM public.files f WHERE f.id = parent_id);
  END CASE;
END
$$;
ALTER FUNCTION parent_is_gone(text, uuid) OWNER TO adx_definer;
REVOKE ALL ON FUNCTION parent_is_gone(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parent_is_gone(text, uuid) TO adx_owner;

-- Logs are written once. Three things may still happen to an entry:
--   retention and tenant erasure delete it: they run as adx_definer, which nobody can become otherwise;
--   a foreign key deletes it with its parent (user_activity_log, file_access_logs);
--   a foreign key sets tenant_id or user_id to null because the parent is gone.
-- Foreign-key actions run as the owner of the table. "Is gone" is asked of the data, not of the caller.
CREATE OR REPLACE FUNCTION guard_append_only() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  parents constant jsonb := '{"tenant_id": "tenants", "user_id": "users", "file_id": "files"}';
  before jsonb;
  after jsonb;
  link record;
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    RAISE insufficient_privilege USING MESSAGE = format('%s is append-only: truncate refused', TG_TABLE_NAME);
  END IF;
  IF TG_OP = 'DELETE' AND current_user = 'adx_definer' THEN
    RETURN OLD;
  END IF;
  before := to_jsonb(OLD);
  IF current_user = 'adx_owner' THEN
    IF TG_OP = 'DELETE' THEN
      FOR link IN SELECT * FROM jsonb_each_text(parents) LOOP
        IF before ->> link.key IS NOT NULL
          AND public.parent_is_gone(link.value, (before ->> link.key)::uuid)
        THEN
          RETURN OLD;
        END IF;
      END LOOP;
    ELSE
      after := to_jsonb(NEW);
      FOR link IN SELECT * FROM jsonb_each_text(parents) LOOP
        IF before ->> link.key IS NOT NULL AND after ->> link.key IS NULL
          AND public.parent_is_gone(link.value, (before ->> link.key)::uuid)
        THEN
          before := jsonb_set(before, ARRAY[link.key], 'null');
        END IF;
      END LOOP;
      IF before = after THEN
        RETURN NEW;
      END IF;
    END IF;
  END IF;
  RAISE insufficient_privilege USING
    MESSAGE = format('%s is append-only: %s refused', TG_TABLE_NAME, lower(TG_OP)),
    HINT = 'Old entries go by purge_expired_logs(), those of a tenant by erase_tenant().';
END
$$;
ALTER FUNCTION guard_append_only() OWNER TO adx_owner;
REVOKE ALL ON FUNCTION guard_append_only() FROM PUBLIC;

-- Tables of 001 -------------------------------------------------------------------------------------

ALTER TABLE tenants ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_tenants ON tenants;
CREATE POLICY tenant_isolation_tenants ON tenants
  USING (id = (SELECT get_current_tenant_id()))
  WITH CHECK (id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_tenants ON tenants;
CREATE POLICY all_tenants_tenants ON tenants TO adx_all_tenants USING (true) WITH CHECK (true);
-- Plan, quotas, features, level and activity are set by operations: a tenant cannot lift its own limits.
GRANT SELECT, UPDATE (name, admin_email, settings) ON tenants TO adx_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON tenants TO adx_admin, adx_definer;
GRANT SELECT ON tenants TO adx_readonly;

ALTER TABLE tenant_schemas ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_tenant_schemas ON tenant_schemas;
CREATE POLICY tenant_isolation_tenant_schemas ON tenant_schemas
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_tenant_schemas ON tenant_schemas;
CREATE POLICY all_tenants_tenant_schemas ON tenant_schemas
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT ON tenant_schemas TO adx_app, adx_readonly;
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_schemas TO adx_admin, adx_definer;

CREATE OR REPLACE TRIGGER users_within_quota
  AFTER INSERT ON users
  FOR EACH ROW EXECUTE FUNCTION check_user_quota();
ALTER TABLE users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_users ON users;
CREATE POLICY tenant_isolation_users ON users
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_users ON users;
CREATE POLICY all_tenants_users ON users TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON users TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON users TO adx_readonly;

CREATE OR REPLACE TRIGGER user_sessions_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON user_sessions
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
CREATE OR REPLACE TRIGGER user_sessions_revoked_is_final
  BEFORE UPDATE OF status ON user_sessions
  FOR EACH ROW WHEN (OLD.status = 'revoked' AND NEW.status <> 'revoked')
  EXECUTE FUNCTION refuse_session_revival();
ALTER TABLE user_sessions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_user_sessions ON user_sessions;
CREATE POLICY tenant_isolation_user_sessions ON user_sessions
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_user_sessions ON user_sessions;
CREATE POLICY all_tenants_user_sessions ON user_sessions TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON user_sessions TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON user_sessions TO adx_readonly;

CREATE OR REPLACE TRIGGER files_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON files
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
ALTER TABLE files ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_files ON files;
CREATE POLICY tenant_isolation_files ON files
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_files ON files;
CREATE POLICY all_tenants_files ON files TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON files TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON files TO adx_readonly;

CREATE OR REPLACE TRIGGER file_permissions_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id, granted_by ON file_permissions
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id', 'granted_by');
ALTER TABLE file_permissions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_file_permissions ON file_permissions;
CREATE POLICY tenant_isolation_file_permissions ON file_permissions
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_file_permissions ON file_permissions;
CREATE POLICY all_tenants_file_permissions ON file_permissions
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON file_permissions TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON file_permissions TO adx_readonly;

ALTER TABLE tenant_memberships ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_tenant_memberships ON tenant_memberships;
CREATE POLICY tenant_isolation_tenant_memberships ON tenant_memberships
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_tenant_memberships ON tenant_memberships;
CREATE POLICY all_tenants_tenant_memberships ON tenant_memberships
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_memberships TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON tenant_memberships TO adx_readonly;

-- Entries without a tenant are about the platform: adx_admin alone reads and writes them.
CREATE OR REPLACE TRIGGER audit_logs_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON audit_logs
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
CREATE OR REPLACE TRIGGER audit_logs_append_only
  BEFORE UPDATE OR DELETE ON audit_logs
  FOR EACH ROW EXECUTE FUNCTION guard_append_only();
CREATE OR REPLACE TRIGGER audit_logs_no_truncate
  BEFORE TRUNCATE ON audit_logs
  FOR EACH STATEMENT EXECUTE FUNCTION guard_append_only();
ALTER TABLE audit_logs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_audit_logs ON audit_logs;
CREATE POLICY tenant_isolation_audit_logs ON audit_logs
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_audit_logs ON audit_logs;
CREATE POLICY all_tenants_audit_logs ON audit_logs TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON audit_logs TO adx_app, adx_admin;
GRANT SELECT, INSERT, DELETE ON audit_logs TO adx_definer;
GRANT SELECT ON audit_logs TO adx_readonly;

-- Databases of tenants ------------------------------------------------------------------------------

-- Tenants with a database of their own. Only the tool that creates those databases writes here,
-- updated_at included, and dsn_ref names a secret: it is never a connection string.
CREATE TABLE IF NOT EXISTS tenant_databases (
  tenant_id     uuid PRIMARY KEY REFERENCES tenants (id) ON DELETE CASCADE,
  database_name varchar(63) NOT NULL UNIQUE,
  dsn_ref       text NOT NULL,
  status        varchar(20) NOT NULL DEFAULT 'provisioning'
    CHECK (status IN ('provisioning', 'ready', 'failed', 'dropped')),
  migrated_to   varchar(20),
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE tenant_databases OWNER TO adx_owner;
ALTER TABLE tenant_databases ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS all_tenants_tenant_databases ON tenant_databases;
CREATE POLICY all_tenants_tenant_databases ON tenant_databases
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_databases TO adx_admin, adx_definer;

-- Schemas of tenants --------------------------------------------------------------------------------
--
-- One login serves all tenants, so a schema of its own keeps nobody out: its tables get row security too,
-- with the tenant's id written into the policy. DDL is done by two functions that belong to adx_owner;
-- the bookkeeping runs with the caller's rights.

CREATE OR REPLACE FUNCTION build_tenant_schema(tenant_id uuid, schema_name varchar) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET client_min_messages = warning
AS $$
DECLARE
  schema_owner text := (SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = schema_name);
  new_table text;
BEGIN
  IF schema_owner <> 'adx_owner' THEN
    RAISE duplicate_schema USING
      MESSAGE = format('schema %I is in use for something else', schema_name),
      HINT = 'Choose another name for the schema of the tenant.';
  END IF;
  EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I', schema_name);
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO adx_app, adx_readonly, adx_admin, adx_definer', schema_name);
  EXECUTE format($ddl$
    CREATE TABLE IF NOT EXISTS %1$I.tenant_data (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      data_type varchar(100) NOT NULL,
      data jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX IF NOT EXISTS idx_tenant_data_type ON %1$I.tenant_data (data_type);
    CREATE INDEX IF NOT EXISTS idx_tenant_data_created_at ON %1$I.tenant_data (created_at);
    CREATE TABLE IF NOT EXISTS %1$I.tenant_settings (
      key varchar(255) PRIMARY KEY,
      value jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );
  $ddl$, schema_name);
  FOREACH new_table IN ARRAY ARRAY['tenant_data', 'tenant_settings'] LOOP
    EXECUTE format($ddl$
      ALTER TABLE %1$I.%2$I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      DROP POLICY IF EXISTS %3$I ON %1$I.%2$I;
      CREATE POLICY %3$I ON %1$I.%2$I
        USING ((SELECT public.get_current_tenant_id()) = %5$L::uuid)
        WITH CHECK ((SELECT public.get_current_tenant_id()) = %5$L::uuid);
      DROP POLICY IF EXISTS %4$I ON %1$I.%2$I;
      CREATE POLICY %4$I ON %1$I.%2$I TO adx_all_tenants USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE, DELETE ON %1$I.%2$I TO adx_app, adx_admin;
      GRANT SELECT ON %1$I.%2$I TO adx_readonly, adx_definer;
    $ddl$, schema_name, new_table, 'tenant_isolation_' || new_table, 'all_tenants_' || new_table, tenant_id);
  END LOOP;
END
$$;
ALTER FUNCTION build_tenant_schema(uuid, varchar) OWNER TO adx_owner;
REVOKE ALL ON FUNCTION build_tenant_schema(uuid, varchar) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION build_tenant_schema(uuid, varchar) TO adx_admin;

CREATE OR REPLACE FUNCTION remove_tenant_schema(schema_name varchar) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET client_min_messages = warning
AS $$
BEGIN
  EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', schema_name);
END
$$;
ALTER FUNCTION remove_tenant_schema(varchar) OWNER TO adx_owner;
REVOKE ALL ON FUNCTION remove_tenant_schema(varchar) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remove_tenant_schema(varchar) TO adx_admin, adx_definer;

-- The parameters are called like columns, so columns win and parameters are written with the function's name.
CREATE OR REPLACE FUNCTION create_tenant_schema(tenant_id uuid, schema_name varchar DEFAULT NULL) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  target varchar := coalesce(
    create_tenant_schema.schema_name, 'tenant_' || replace(create_tenant_schema.tenant_id::text, '-', '_')
  );
BEGIN
  -- A schema that is there but not recorded may hold what a deleted tenant left: never hand it to another.
  IF to_regnamespace(quote_ident(target)) IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenant_schemas s
    WHERE s.tenant_id = create_tenant_schema.tenant_id AND s.schema_name = target
  ) THEN
    RAISE duplicate_schema USING
      MESSAGE = format('schema %I exists and is not recorded as a schema of this tenant', target),
      HINT = 'Choose another name, or drop the schema if nobody needs it any more.';
  END IF;
  INSERT INTO public.tenant_schemas (tenant_id, schema_name)
  VALUES (create_tenant_schema.tenant_id, target)
  ON CONFLICT (tenant_id, schema_name) DO NOTHING;
  -- A database that was cloned or restored has lost its own privileges; whoever may, repairs that in passing.
  IF NOT has_database_privilege('adx_owner', current_database(), 'CREATE') THEN
    EXECUTE format('GRANT CREATE ON DATABASE %I TO adx_owner', current_database());
    IF NOT has_database_privilege('adx_owner', current_database(), 'CREATE') THEN
      RAISE insufficient_privilege USING
        MESSAGE = 'adx_owner may not create schemas in this database',
        HINT = format('As its owner: GRANT CREATE ON DATABASE %I TO adx_owner', current_database());
    END IF;
  END IF;
  PERFORM public.build_tenant_schema(create_tenant_schema.tenant_id, target);
END
$$;
ALTER FUNCTION create_tenant_schema(uuid, varchar) OWNER TO adx_owner;
REVOKE ALL ON FUNCTION create_tenant_schema(uuid, varchar) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION create_tenant_schema(uuid, varchar) TO adx_admin;

CREATE OR REPLACE FUNCTION drop_tenant_schema(tenant_id uuid) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  recorded varchar;
BEGIN
  FOR recorded IN
    SELECT s.schema_name FROM public.tenant_schemas s WHERE s.tenant_id = drop_tenant_schema.tenant_id
  LOOP
    PERFORM public.remove_tenant_schema(recorded);
    DELETE FROM public.tenant_schemas s
    WHERE s.tenant_id = drop_tenant_schema.tenant_id AND s.schema_name = recorded;
  END LOOP;
END
$$;
ALTER FUNCTION drop_tenant_schema(uuid) OWNER TO adx_owner;
REVOKE ALL ON FUNCTION drop_tenant_schema(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_tenant_schema(uuid) TO adx_admin, adx_definer;

-- Makes the schema for level schema; a database can only be created outside a transaction, by the tool.
-- The suffix is found by trying, so that two tenants of one name cannot meet.
CREATE OR REPLACE FUNCTION create_tenant_with_isolation(
  tenant_name varchar,
  admin_email varchar,
  subscription_tier public.subscription_tier DEFAULT 'free',
  isolation_level public.tenant_isolation_level DEFAULT 'row'
) RETURNS uuid
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  words text := trim(BOTH '-' FROM regexp_replace(lower(tenant_name), '[^a-z0-9]+', '-', 'g'));
  base text := coalesce(nullif(trim(BOTH '-' FROM left(words, 90)), ''), 'tenant');
  candidate text := base;
  attempt integer := 1;
  violated text;
  new_id uuid;
BEGIN
  WHILE new_id IS NULL LOOP
    BEGIN
      INSERT INTO public.tenants (name, slug, admin_email, subscription_tier, isolation_level)
      VALUES (
        tenant_name,
        candidate,
        create_tenant_with_isolation.admin_email,
        create_tenant_with_isolation.subscription_tier,
        create_tenant_with_isolation.isolation_level
      )
      RETURNING id INTO new_id;
    EXCEPTION WHEN unique_violation THEN
      GET STACKED DIAGNOSTICS violated = CONSTRAINT_NAME;
      IF violated <> 'tenants_slug_key' THEN
        RAISE;
      END IF;
      attempt := attempt + 1;
      candidate := base || '-' || attempt;
    END;
  END LOOP;
  IF create_tenant_with_isolation.isolation_level = 'schema' THEN
    PERFORM public.create_tenant_schema(new_id);
  END IF;
  RETURN new_id;
END
$$;
ALTER FUNCTION create_tenant_with_isolation OWNER TO adx_owner;
REVOKE ALL ON FUNCTION create_tenant_with_isolation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION create_tenant_with_isolation TO adx_admin;

-- Health --------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION database_health_check() RETURNS TABLE (check_name text, status text, details jsonb)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT 'database_connection', 'healthy',
    jsonb_build_object('database', current_database(), 'server_version', current_setting('server_version'))
  UNION ALL
  SELECT 'tenant_count', 'healthy',
    jsonb_build_object('total', count(*), 'active', count(*) FILTER (WHERE t.is_active))
  FROM public.tenants t
  UNION ALL
  SELECT 'active_sessions', 'healthy', jsonb_build_object('count', count(*))
  FROM public.user_sessions s
  WHERE s.status = 'active' AND s.expires_at > now()
  UNION ALL
  SELECT 'rls_policies', CASE WHEN count(*) = 0 THEN 'warning' ELSE 'healthy' END,
    jsonb_build_object('count', count(*))
  FROM pg_policies p
  WHERE p.schemaname = 'public'
$$;
ALTER FUNCTION database_health_check() OWNER TO adx_definer;
REVOKE ALL ON FUNCTION database_health_check() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION database_health_check() TO adx_admin, adx_owner;
