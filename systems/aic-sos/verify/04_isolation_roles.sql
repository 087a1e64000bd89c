-- Row security, roles and grants.

-- name: isolation policies
-- expect: 26
SELECT count(*) FROM pg_policies
WHERE schemaname = 'public' AND policyname = tablename || '_isolation' AND cmd = 'ALL';

-- name: isolation policies that do not ask for the tenant on both sides
-- expect: none
SELECT tablename FROM pg_policies
WHERE schemaname = 'public' AND policyname = tablename || '_isolation'
  AND (qual NOT LIKE '%app_tenant_id()%' OR with_check NOT LIKE '%app_tenant_id()%');

-- name: policies for others than the tenant, where the owner of the functions is bound by none
-- expect: none
SELECT p.tablename, p.policyname FROM pg_policies AS p
WHERE p.schemaname = 'public' AND p.policyname <> p.tablename || '_isolation'
  AND NOT EXISTS (
    SELECT FROM pg_proc AS f JOIN pg_roles AS r ON r.oid = f.proowner
    WHERE f.oid = 'audit_chain()'::regprocedure AND p.roles = ARRAY[r.rolname]);

-- name: tables of tenants without enabled and forced row security
-- expect: none
SELECT c.relname
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  AND NOT (c.relrowsecurity AND c.relforcerowsecurity);

-- name: roles
-- expect: 5
SELECT count(*) FROM pg_roles
WHERE rolname IN ('app_reader', 'app_writer', 'app_auditor', 'app_ops', 'migration')
  AND NOT rolsuper AND NOT rolbypassrls;

-- name: owners of the tables
-- expect: rows
--   migration | 27
SELECT tableowner, count(*) FROM pg_tables
WHERE schemaname = 'public' AND tablename <> 'schema_migrations'
GROUP BY 1 ORDER BY 1;

-- name: tables that each role may read
-- expect: rows
--   app_auditor | 3
--   app_reader | 27
--   app_writer | 27
SELECT r.rolname, count(*)
FROM pg_class AS c, pg_roles AS r
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migrations'
  AND r.rolname IN ('app_reader', 'app_writer', 'app_auditor', 'app_ops')
  AND has_table_privilege(r.oid, c.oid, 'SELECT')
GROUP BY 1 ORDER BY 1;

-- name: roles other than the writer that may write
-- expect: none
SELECT r.rolname, c.relname
FROM pg_class AS c, pg_roles AS r
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  AND r.rolname IN ('app_reader', 'app_auditor', 'app_ops')
  AND has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER');

-- name: what the writer may not do
-- expect: rows
--   approval_decisions | DELETE,TRUNCATE,UPDATE
--   audit_config | DELETE,INSERT,TRUNCATE,UPDATE
--   audit_events | DELETE,TRUNCATE,UPDATE
--   metering_events | DELETE,TRUNCATE,UPDATE
--   permissions | DELETE,INSERT,TRUNCATE,UPDATE
--   secret_rotation_log | DELETE,TRUNCATE,UPDATE
--   tenants | DELETE,TRUNCATE
SELECT c.relname COLLATE "C", string_agg(p.privilege, ',' ORDER BY p.privilege)
FROM pg_class AS c, unnest(ARRAY['DELETE', 'INSERT', 'TRUNCATE', 'UPDATE']) AS p (privilege)
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migrations'
  AND NOT has_table_privilege('app_writer', c.oid, p.privilege)
GROUP BY 1 HAVING string_agg(p.privilege, ',') <> 'TRUNCATE' ORDER BY 1;

-- name: columns of the audit configuration that the writer may not set
-- expect: rows
--   chain_checkpoints
--   last_export_at
SELECT a.attname FROM pg_attribute AS a
WHERE a.attrelid = 'audit_config'::regclass AND a.attnum > 0 AND NOT a.attisdropped
  AND a.attname NOT IN ('created_at', 'updated_at')
  AND NOT has_column_privilege('app_writer', a.attrelid, a.attnum, 'INSERT, UPDATE')
ORDER BY 1;

-- name: functions of the maintenance, and who may run them
-- expect: rows
--   erase_tenant | app_ops
--   expire_approval_requests | app_ops
--   purge_expired_audit | app_ops
--   rollup_usage | app_ops
SELECT p.proname COLLATE "C", string_agg(r.rolname, ',' ORDER BY r.rolname)
FROM pg_proc AS p, pg_roles AS r
WHERE p.pronamespace = 'public'::regnamespace
  AND p.proname IN ('erase_tenant', 'expire_approval_requests', 'purge_expired_audit', 'rollup_usage')
  AND r.rolname IN ('app_reader', 'app_writer', 'app_auditor', 'app_ops', 'migration')
  AND has_function_privilege(r.oid, p.oid, 'EXECUTE')
GROUP BY 1 ORDER BY 1;

-- name: functions and tables that anybody may use
-- expect: none
SELECT p.oid::regprocedure::text FROM pg_proc AS p
WHERE p.pronamespace = 'public'::regnamespace
  AND EXISTS (
    SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a WHERE a.grantee = 0)
UNION ALL
SELECT c.relname FROM pg_class AS c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migrations'
  AND EXISTS (SELECT FROM aclexplode(c.relacl) AS a WHERE a.grantee = 0);
