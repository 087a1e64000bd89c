-- Roles, owners and grants.

-- name: roles, whether they log in, and whether they pass row security
-- expect: rows
--   application_role | login | bound
--   migration_definer | no login | passes
--   migration_owner | no login | bound
--   platform_admin_role | login | passes
--   reporting_role | login | bound
SELECT r.rolname, CASE WHEN r.rolcanlogin THEN 'login' ELSE 'no login' END,
  CASE WHEN r.rolbypassrls THEN 'passes' ELSE 'bound' END
FROM pg_roles r
WHERE r.rolname IN (
  'application_role', 'reporting_role', 'platform_admin_role', 'migration_owner', 'migration_definer'
)
ORDER BY 1;

-- name: roles with more than they need
-- expect: none
SELECT r.rolname FROM pg_roles r
WHERE r.rolname IN (
    'application_role', 'reporting_role', 'platform_admin_role', 'migration_owner', 'migration_definer'
  )
  AND (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication);

-- name: memberships among the roles
-- expect: rows
--   migration_owner | migration_definer
SELECT m.roleid::regrole::text, m.member::regrole::text FROM pg_auth_members m
WHERE m.roleid::regrole::text IN ('migration_owner', 'migration_definer')
  OR m.member::regrole::text IN ('application_role', 'reporting_role', 'platform_admin_role')
ORDER BY 1, 2;

-- name: tables and views that migration_owner does not own
-- expect: none
SELECT c.relname FROM pg_class c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p', 'v')
  AND c.relname <> 'schema_migrations' AND c.relowner <> 'migration_owner'::regrole;

-- name: grants to PUBLIC on the schema, its tables and functions
-- expect: none
SELECT granted.object
FROM (
  SELECT n.nspname AS object, a.grantee
  FROM pg_namespace n CROSS JOIN aclexplode(n.nspacl) a WHERE n.nspname = 'migration'
  UNION ALL
  SELECT c.relname, a.grantee
  FROM pg_class c CROSS JOIN aclexplode(c.relacl) a WHERE c.relnamespace = 'migration'::regnamespace
  UNION ALL
  SELECT p.proname, a.grantee
  FROM pg_proc p CROSS JOIN aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
  WHERE p.pronamespace = 'migration'::regnamespace
) AS granted
WHERE granted.grantee = 0;

-- name: tables by what application_role may do
-- expect: rows
--   select | 5
--   select insert | 1
--   select insert update | 1
--   select insert update delete | 28
--   select insert update(columns) | 1
--   select update(columns) | 3
SELECT coalesce(nullif(concat_ws(' ',
    CASE WHEN has_table_privilege('application_role', c.oid, 'SELECT') THEN 'select' END,
    CASE WHEN has_table_privilege('application_role', c.oid, 'INSERT') THEN 'insert' END,
    CASE WHEN has_table_privilege('application_role', c.oid, 'UPDATE') THEN 'update'
      WHEN has_any_column_privilege('application_role', c.oid, 'UPDATE') THEN 'update(columns)' END,
    CASE WHEN has_table_privilege('application_role', c.oid, 'DELETE') THEN 'delete' END
  ), ''), 'nothing') AS rights, count(*)
FROM pg_class c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND c.relname <> 'schema_migrations'
GROUP BY 1 ORDER BY 1;

-- name: the ledger, to the application and to reporting
-- expect: none
SELECT r.name FROM (VALUES ('application_role'), ('reporting_role'), ('platform_admin_role')) AS r (name)
WHERE has_table_privilege(r.name, 'migration.schema_migrations', 'SELECT, INSERT, UPDATE, DELETE');

-- name: tables that reporting_role may write
-- expect: none
SELECT c.relname FROM pg_class c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p')
  AND (has_any_column_privilege('reporting_role', c.oid, 'INSERT, UPDATE')
    OR has_table_privilege('reporting_role', c.oid, 'DELETE'));

-- name: tables that reporting_role may not read as a whole
-- expect: rows
--   platform_credentials
--   users
SELECT c.relname FROM pg_class c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND c.relname <> 'schema_migrations' AND NOT has_table_privilege('reporting_role', c.oid, 'SELECT')
ORDER BY 1;

-- name: rights that row security does not cover
-- expect: none
SELECT r.name, c.relname
FROM (VALUES ('application_role'), ('reporting_role'), ('platform_admin_role')) AS r (name)
CROSS JOIN pg_class c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p')
  AND has_table_privilege(r.name, c.oid, 'TRUNCATE, REFERENCES, TRIGGER');

-- name: columns of the audits that anybody may change
-- expect: rows
--   application_role | security_audit_logs | reviewed_at
--   application_role | security_audit_logs | reviewed_by
--   platform_admin_role | security_audit_logs | reviewed_at
--   platform_admin_role | security_audit_logs | reviewed_by
SELECT r.name, c.relname, a.attname
FROM (VALUES ('application_role'), ('platform_admin_role')) AS r (name)
CROSS JOIN pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
WHERE c.oid IN ('migration.security_audit_logs'::regclass, 'migration.access_audit_log'::regclass)
  AND has_column_privilege(r.name, c.oid, a.attnum, 'UPDATE')
ORDER BY 1, 2, 3;

-- name: quotas and tier that the application may set itself
-- expect: none
SELECT a.attname FROM pg_attribute a
WHERE a.attrelid = 'migration.client_accounts'::regclass
  AND a.attname IN ('max_users', 'max_engagements', 'storage_quota_gb', 'api_quota_monthly', 'is_active',
    'subscription_tier', 'slug')
  AND has_column_privilege('application_role', a.attrelid, a.attnum, 'UPDATE');
