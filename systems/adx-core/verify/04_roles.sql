-- Roles, owners and grants.

-- name: the four roles, and the two behind them
-- expect: rows
--   adx_admin | login
--   adx_all_tenants | no login
--   adx_app | login
--   adx_definer | no login
--   adx_owner | no login
--   adx_readonly | login
SELECT r.rolname, CASE WHEN r.rolcanlogin THEN 'login' ELSE 'no login' END
FROM pg_roles r
WHERE r.rolname IN ('adx_owner', 'adx_app', 'adx_readonly', 'adx_admin', 'adx_all_tenants', 'adx_definer')
ORDER BY 1;

-- name: roles with an attribute that passes row security or makes roles
-- expect: none
SELECT r.rolname
FROM pg_roles r
WHERE r.rolname LIKE 'adx\_%'
  AND (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication);

-- name: roles that adx_app or adx_readonly belongs to
-- expect: none
SELECT m.member::regrole, m.roleid::regrole
FROM pg_auth_members m
WHERE m.member IN ('adx_app'::regrole, 'adx_readonly'::regrole);

-- name: roles that could run as an owner, migrators and superusers apart
-- expect: none
SELECT r.rolname, o.rolname
FROM pg_roles r
CROSS JOIN pg_roles o
WHERE o.rolname IN ('adx_owner', 'adx_definer') AND r.rolname LIKE 'adx\_%' AND r.rolname <> o.rolname
  AND pg_has_role(r.oid, o.oid, 'MEMBER');

-- name: tables and types that adx_owner does not own
-- expect: none
SELECT c.oid::regclass::text
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migrations'
  AND c.relowner <> 'adx_owner'::regrole
UNION ALL
SELECT t.oid::regtype::text
FROM pg_type t
WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'e' AND t.typowner <> 'adx_owner'::regrole;

-- name: functions that run as adx_definer
-- expect: rows
--   analyze_index_performance
--   database_health_check
--   enhanced_database_health_check
--   erase_tenant
--   expire_sessions
--   expire_tokens
--   export_tenant
--   monitor_connection_pool
--   parent_is_gone
--   purge_expired_logs
--   redeem_file_share
--   resolve_api_key
--   resolve_session
--   resolve_tenant
--   update_database_health_status
--   validate_tenant_connections
SELECT p.proname
FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND p.proowner = 'adx_definer'::regrole
ORDER BY 1;

-- name: functions with definer rights that adx_app may call
-- expect: rows
--   redeem_file_share
--   resolve_api_key
--   resolve_session
--   resolve_tenant
SELECT p.proname
FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
  AND has_function_privilege('adx_app', p.oid, 'EXECUTE')
ORDER BY 1;

-- name: functions with definer rights whose search_path is open
-- expect: none
SELECT p.proname
FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
  AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (p.proconfig), false);

-- name: grants to PUBLIC on tables, functions, types and the schema, extensions apart
-- expect: none
SELECT granted.object
FROM (
  SELECT c.oid::regclass::text AS object, a.grantee
  FROM pg_class c CROSS JOIN aclexplode(c.relacl) a
  WHERE c.relnamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  UNION ALL
  SELECT p.oid::regprocedure::text, a.grantee
  FROM pg_proc p CROSS JOIN aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
  WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL
  SELECT t.oid::regtype::text, a.grantee
  FROM pg_type t CROSS JOIN aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) a
  WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'e'
  UNION ALL
  SELECT n.nspname, a.grantee
  FROM pg_namespace n CROSS JOIN aclexplode(n.nspacl) a
  WHERE n.nspname = 'public'
) AS granted
WHERE granted.grantee = 0;

-- name: privileges of adx_app and adx_readonly that row security does not cover
-- expect: none
SELECT r.role, c.oid::regclass, p.privilege
FROM (VALUES ('adx_app'), ('adx_readonly')) AS r (role)
CROSS JOIN (VALUES ('TRUNCATE'), ('REFERENCES'), ('TRIGGER')) AS p (privilege)
CROSS JOIN pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  AND has_table_privilege(r.role, c.oid, p.privilege);

-- name: tables that adx_app may touch and that have no isolating policy, the ledger included
-- expect: none
SELECT c.oid::regclass
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND has_table_privilege('adx_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
  AND NOT EXISTS (
    SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant_isolation_' || c.relname
  );

-- name: tables that adx_app may not read at all
-- expect: rows
--   connection_pool_stats
--   database_health_checks
--   database_locks_log
--   tenant_databases
SELECT c.relname
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migrations'
  AND NOT has_table_privilege('adx_app', c.oid, 'SELECT')
ORDER BY 1;

-- name: tables that adx_readonly may write
-- expect: none
SELECT c.oid::regclass
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  AND has_table_privilege('adx_readonly', c.oid, 'INSERT, UPDATE, DELETE');

-- name: logs that adx_app or adx_admin may change
-- expect: none
SELECT r.role, l.log
FROM (VALUES ('adx_app'), ('adx_admin')) AS r (role)
CROSS JOIN (VALUES ('audit_logs'), ('user_activity_log'), ('file_access_logs'), ('login_attempts')) AS l (log)
WHERE has_table_privilege(r.role, l.log, 'UPDATE, DELETE');

-- name: columns of tenants that adx_app may change
-- expect: rows
--   admin_email
--   name
--   settings
SELECT a.attname
FROM pg_attribute a
WHERE a.attrelid = 'tenants'::regclass AND a.attnum > 0
  AND has_column_privilege('adx_app', a.attrelid, a.attnum, 'UPDATE')
ORDER BY 1;
