-- The life of a tenant: creation, a schema of its own, export, erasure.
-- The cases need CREATE on the database for adx_owner, as 001 grants it; a cloned database has lost that.

DO $$
BEGIN
  EXECUTE format('GRANT CREATE ON DATABASE %I TO adx_owner', current_database());
END
$$;
INSERT INTO tenants (id, name, slug, admin_email) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'Alder Analytics', 'alder', 'ops@alder.example.com'),
  ('b0000000-0000-4000-8000-000000000000', 'Birch Bakery', 'birch', 'ops@birch.example.com');
INSERT INTO users (id, tenant_id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash'),
  ('b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000000', 'bo@example.com', 'hash');
INSERT INTO audit_logs (tenant_id, action, resource_type) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'a', 'r'), ('b0000000-0000-4000-8000-000000000000', 'b', 'r');
INSERT INTO login_attempts (tenant_id, email, ip_address, success) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'ada@example.com', '192.0.2.1', true);

-- case: the schema of a tenant is named after it, recorded, and holds two tables with their indexes
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('create_tenant_schema'::regproc),
--   '''-'', ''_''', '''-'', '''''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('build_tenant_schema'::regproc),
--   'idx_tenant_data_created_at ON %1$I.tenant_data (created_at)',
--   'idx_tenant_data_created_at ON %1$I.tenant_data (updated_at)'); END $do$
SET LOCAL ROLE adx_admin;
SELECT create_tenant_schema('a0000000-0000-4000-8000-000000000000');
-- expect: tenant_a0000000_0000_4000_8000_000000000000
SELECT schema_name FROM tenant_schemas WHERE tenant_id = 'a0000000-0000-4000-8000-000000000000';
-- expect: rows
--   tenant_data(created_at)
--   tenant_data(data_type)
--   tenant_data(id)
--   tenant_settings(key)
SELECT tablename || substring(indexdef FROM '\(.*') FROM pg_indexes
WHERE schemaname = 'tenant_a0000000_0000_4000_8000_000000000000' ORDER BY 1;

-- case: creating the schema of a tenant again changes nothing
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('create_tenant_schema'::regproc),
--   'ON CONFLICT (tenant_id, schema_name) DO NOTHING', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('build_tenant_schema'::regproc),
--   'CREATE SCHEMA IF NOT EXISTS', 'CREATE SCHEMA'); END $do$
SELECT create_tenant_schema('a0000000-0000-4000-8000-000000000000', 'alder_data');
INSERT INTO alder_data.tenant_settings (key, value) VALUES ('locale', '"en"');
-- expect: 1
SELECT count(*) FROM create_tenant_schema('a0000000-0000-4000-8000-000000000000', 'alder_data');
-- expect: 1
SELECT count(*) FROM alder_data.tenant_settings;

-- case: the schema of a tenant is closed to every other tenant, and without a context
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('build_tenant_schema'::regproc),
--   'ENABLE ROW LEVEL SECURITY, FORCE', 'DISABLE ROW LEVEL SECURITY, NO FORCE'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('build_tenant_schema'::regproc),
--   '(SELECT public.get_current_tenant_id()) = %5$L::uuid', 'true'); END $do$
SELECT create_tenant_schema('a0000000-0000-4000-8000-000000000000', 'alder_data');
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: 1
INSERT INTO alder_data.tenant_data (data_type, data) VALUES ('note', '{"text": "hello"}');
SELECT set_tenant_context('b0000000-0000-4000-8000-000000000000');
-- expect: 0
SELECT count(*) FROM alder_data.tenant_data;
-- expect: error 42501 row-level security
INSERT INTO alder_data.tenant_data (data_type, data) VALUES ('note', '{"text": "mine"}');
SELECT clear_tenant_context();
-- expect: 0
SELECT count(*) FROM alder_data.tenant_data;

-- case: a schema never serves two tenants, not even one that a tenant has left behind
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('create_tenant_schema'::regproc),
--   'IF to_regnamespace(quote_ident(target)) IS NOT NULL AND', 'IF false AND'); END $do$
SELECT create_tenant_schema('a0000000-0000-4000-8000-000000000000', 'alder_data');
-- expect: error 42P06 not recorded as a schema of this tenant
SELECT create_tenant_schema('b0000000-0000-4000-8000-000000000000', 'alder_data');
DELETE FROM tenant_schemas;
-- expect: error 42P06 not recorded as a schema of this tenant
SELECT create_tenant_schema('b0000000-0000-4000-8000-000000000000', 'alder_data');

-- case: no tenant gets a schema that serves something else
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('build_tenant_schema'::regproc),
--   'schema_owner <> ''adx_owner''', 'false'); END $do$
SET LOCAL ROLE adx_admin;
-- expect: error 42P06 in use for something else
SELECT build_tenant_schema('a0000000-0000-4000-8000-000000000000', 'public');

-- case: dropping the schemas of a tenant takes their contents and their record, and no other schema
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('drop_tenant_schema'::regproc),
--   'WHERE s.tenant_id = drop_tenant_schema.tenant_id', 'WHERE true'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('drop_tenant_schema'::regproc),
--   'DELETE FROM public.tenant_schemas s', 'UPDATE public.tenant_schemas s SET created_at = now()'); END $do$
SELECT create_tenant_schema('a0000000-0000-4000-8000-000000000000', 'alder_data');
SELECT create_tenant_schema('a0000000-0000-4000-8000-000000000000', 'alder_archive');
SELECT create_tenant_schema('b0000000-0000-4000-8000-000000000000', 'birch_data');
INSERT INTO alder_data.tenant_settings (key, value) VALUES ('locale', '"en"');
SET LOCAL ROLE adx_admin;
SELECT drop_tenant_schema('a0000000-0000-4000-8000-000000000000');
-- expect: birch_data
SELECT nspname FROM pg_namespace WHERE nspname LIKE 'alder%' OR nspname LIKE 'birch%';
-- expect: birch_data
SELECT schema_name FROM tenant_schemas;

-- case: a database that has lost its privileges says what to grant, and a superuser repairs it in passing
-- guard: DO $do$ BEGIN EXECUTE regexp_replace(pg_get_functiondef('create_tenant_schema'::regproc),
--   'IF NOT has_database_privilege.*END IF;.*END IF;', ''); END $do$
DO $$
BEGIN
  EXECUTE format('REVOKE CREATE ON DATABASE %I FROM adx_owner', current_database());
END
$$;
SET LOCAL ROLE adx_admin;
-- expect: error 42501 adx_owner may not create schemas in this database
SELECT create_tenant_schema('a0000000-0000-4000-8000-000000000000', 'alder_data');
RESET ROLE;
-- expect: 1
SELECT count(*) FROM create_tenant_schema('a0000000-0000-4000-8000-000000000000', 'alder_data');

-- case: a tenant is created with a slug made from its name
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('create_tenant_with_isolation'::regproc),
--   'lower(tenant_name)', 'tenant_name'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('create_tenant_with_isolation'::regproc),
--   'trim(BOTH ''-'' FROM', '('); END $do$
SET LOCAL ROLE adx_admin;
SELECT create_tenant_with_isolation('  Cedar & Sons, Ltd. ', 'ops@cedar.example.com');
-- expect: cedar-sons-ltd | free | row | t
SELECT slug, subscription_tier, isolation_level, is_active FROM tenants
WHERE admin_email = 'ops@cedar.example.com';

-- case: a slug that is taken gets a suffix, a name that is taken is refused
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('create_tenant_with_isolation'::regproc),
--   'attempt := attempt + 1', 'RAISE'); END $do$
-- guard: ALTER TABLE tenants DROP CONSTRAINT tenants_name_key
SELECT create_tenant_with_isolation('Cedar', 'ops@cedar.example.com');
-- expect: 1
SELECT count(*) FROM create_tenant_with_isolation('CEDAR', 'ops@cedar.example.com');
-- expect: 1
SELECT count(*) FROM create_tenant_with_isolation('cedar!', 'ops@cedar.example.com');
-- expect: rows
--   Cedar | cedar
--   CEDAR | cedar-2
--   cedar! | cedar-3
SELECT name, slug FROM tenants WHERE admin_email = 'ops@cedar.example.com' ORDER BY slug;
-- expect: error 23505 tenants_name_key
SELECT create_tenant_with_isolation('Cedar', 'ops@cedar.example.com');

-- case: a tenant of level schema gets its schema at once, one of level row gets none
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('create_tenant_with_isolation'::regproc),
--   'isolation_level = ''schema'' THEN', 'isolation_level = ''row'' THEN'); END $do$
SET LOCAL ROLE adx_admin;
SELECT create_tenant_with_isolation('Cedar', 'ops@cedar.example.com', 'enterprise', 'schema');
SELECT create_tenant_with_isolation('Dogwood', 'ops@dogwood.example.com');
-- expect: cedar
SELECT t.slug FROM tenant_schemas s JOIN tenants t ON t.id = s.tenant_id;

-- case: the export of a tenant counts its rows in every table, those in its schema included
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('export_tenant'::regproc),
--   'WHERE %I = $1', 'WHERE %I IS NOT NULL OR $1 IS NULL'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('export_tenant'::regproc),
--   'WHERE s.tenant_id = export_tenant.tenant_id', 'WHERE false'); END $do$
SELECT create_tenant_schema('a0000000-0000-4000-8000-000000000000', 'alder_data');
INSERT INTO alder_data.tenant_settings (key, value) VALUES ('locale', '"en"'), ('theme', '"dark"');
SET LOCAL ROLE adx_admin;
-- expect: rows
--   alder_data.tenant_settings | 2
--   public.audit_logs | 1
--   public.login_attempts | 1
--   public.tenant_schemas | 1
--   public.tenants | 1
--   public.users | 1
SELECT table_name, row_count FROM export_tenant('a0000000-0000-4000-8000-000000000000') ORDER BY table_name;

-- case: erasing a tenant removes all it has, logs and schema included, and reports it
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('erase_tenant'::regproc),
--   'DELETE FROM public.audit_logs l WHERE l.tenant_id = erase_tenant.tenant_id;', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('erase_tenant'::regproc),
--   'DELETE FROM public.login_attempts l WHERE l.tenant_id = erase_tenant.tenant_id;', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('erase_tenant'::regproc),
--   'PERFORM public.drop_tenant_schema(erase_tenant.tenant_id);', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('erase_tenant'::regproc),
--   'DELETE FROM public.query_performance_log l WHERE l.tenant_id = erase_tenant.tenant_id;', ''); END $do$
SELECT create_tenant_schema('a0000000-0000-4000-8000-000000000000', 'alder_data');
INSERT INTO query_performance_log (tenant_id, query_hash, query_type, execution_time_ms)
VALUES ('a0000000-0000-4000-8000-000000000000', 'aa', 'SELECT', 1);
SET LOCAL ROLE adx_admin;
-- expect: rows
--   public.audit_logs | 1
--   public.login_attempts | 1
--   public.query_performance_log | 1
--   public.tenant_schemas | 1
--   public.tenants | 1
--   public.users | 1
SELECT table_name, row_count FROM erase_tenant('a0000000-0000-4000-8000-000000000000') ORDER BY table_name;
-- expect: 0 | 0 | 0 | 0
SELECT (SELECT count(*) FROM tenants WHERE slug = 'alder'),
  (SELECT count(*) FROM audit_logs WHERE action = 'a'), (SELECT count(*) FROM login_attempts),
  (SELECT count(*) FROM query_performance_log);
-- expect: none
SELECT nspname FROM pg_namespace WHERE nspname = 'alder_data';

-- case: erasing a tenant leaves other tenants as they are
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('erase_tenant'::regproc),
--   'l WHERE l.tenant_id = erase_tenant.tenant_id', 'l WHERE true'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('erase_tenant'::regproc),
--   'DELETE FROM public.tenants t WHERE t.id = erase_tenant.tenant_id',
--   'DELETE FROM public.tenants'); END $do$
SELECT count(*) FROM erase_tenant('a0000000-0000-4000-8000-000000000000');
-- expect: rows
--   public.audit_logs | 1
--   public.tenants | 1
--   public.users | 1
SELECT table_name, row_count FROM export_tenant('b0000000-0000-4000-8000-000000000000') ORDER BY table_name;

-- case: users who also belong to another tenant move there when theirs is erased
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('erase_tenant'::regproc),
--   'WHERE u.id = elsewhere.user_id', 'WHERE false'); END $do$
INSERT INTO tenant_memberships (tenant_id, user_id)
VALUES ('b0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001');
SELECT count(*) FROM erase_tenant('a0000000-0000-4000-8000-000000000000');
-- expect: b0000000-0000-4000-8000-000000000000
SELECT tenant_id FROM users WHERE email = 'ada@example.com';

-- case: whoever moves has the roles of the membership there, not those of the tenant that is gone
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('erase_tenant'::regproc),
--   'roles = elsewhere.roles,', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('erase_tenant'::regproc),
--   'permissions = elsewhere.permissions,', ''); END $do$
UPDATE users SET roles = '{admin}', permissions = '{tenant:manage}', status = 'active'
WHERE email = 'ada@example.com';
INSERT INTO tenant_memberships (tenant_id, user_id, roles)
VALUES ('b0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', '{guest}');
SELECT count(*) FROM erase_tenant('a0000000-0000-4000-8000-000000000000');
-- expect: {guest} | {} | active
SELECT roles, permissions, status FROM users WHERE email = 'ada@example.com';

-- case: whoever moves to a tenant they have left stays out of it
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('erase_tenant'::regproc),
--   'ELSE ''inactive''', 'ELSE u.status'); END $do$
UPDATE users SET status = 'active' WHERE email = 'ada@example.com';
INSERT INTO tenant_memberships (tenant_id, user_id, is_active)
VALUES ('b0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', false);
SELECT count(*) FROM erase_tenant('a0000000-0000-4000-8000-000000000000');
-- expect: inactive
SELECT status FROM users WHERE email = 'ada@example.com';

-- case: an address that is somebody else's in the other tenant does not stop an erasure
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('erase_tenant'::regproc),
--   'AND namesake.email = leaving.email', 'AND false'); END $do$
INSERT INTO tenant_memberships (tenant_id, user_id)
VALUES ('b0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001');
UPDATE users SET email = 'ada@example.com' WHERE email = 'bo@example.com';
-- expect: >= 1
SELECT count(*) FROM erase_tenant('a0000000-0000-4000-8000-000000000000');
-- expect: b0000000-0000-4000-8000-000000000001
SELECT id FROM users WHERE email = 'ada@example.com';

-- case: a tenant with a database of its own is not erased before that database is gone
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('erase_tenant'::regproc),
--   'd.status <> ''dropped''', 'false'); END $do$
INSERT INTO tenant_databases (tenant_id, database_name, dsn_ref, status)
VALUES ('a0000000-0000-4000-8000-000000000000', 'adx_alder', 'vault:adx_alder', 'ready');
-- expect: error 55000 still has a database of its own
SELECT * FROM erase_tenant('a0000000-0000-4000-8000-000000000000');
UPDATE tenant_databases SET status = 'dropped';
-- expect: >= 1
SELECT count(*) FROM erase_tenant('a0000000-0000-4000-8000-000000000000');

-- case: erasing a tenant that does not exist is an error, not a silence
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('erase_tenant'::regproc),
--   'IF NOT FOUND THEN', 'IF false THEN'); END $do$
-- expect: error P0002 there is no tenant
SELECT * FROM erase_tenant('c0000000-0000-4000-8000-000000000000');

-- case: a database belongs to one tenant, in a state that is known
-- guard: ALTER TABLE tenant_databases DROP CONSTRAINT tenant_databases_database_name_key
INSERT INTO tenant_databases (tenant_id, database_name, dsn_ref)
VALUES ('a0000000-0000-4000-8000-000000000000', 'adx_alder', 'vault:adx_alder');
-- expect: error 23505
INSERT INTO tenant_databases (tenant_id, database_name, dsn_ref)
VALUES ('b0000000-0000-4000-8000-000000000000', 'adx_alder', 'vault:adx_alder');
-- expect: provisioning
SELECT status FROM tenant_databases;
