-- Roles and what they may do.

-- name: roles, none of which can log in or bypass anything
-- expect: rows
--   app_admin | nologin | bound
--   app_readonly | nologin | bound
--   app_readwrite | nologin | bound
SELECT rolname, CASE WHEN rolcanlogin THEN 'login' ELSE 'nologin' END,
  CASE WHEN rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
    THEN 'free' ELSE 'bound' END
FROM pg_roles WHERE rolname IN ('app_readonly', 'app_readwrite', 'app_admin')
ORDER BY rolname;

-- name: roles that app_admin is a member of
-- expect: rows
--   app_readonly
--   app_readwrite
SELECT r.rolname
FROM pg_auth_members AS m
JOIN pg_roles AS r ON r.oid = m.roleid
JOIN pg_roles AS a ON a.oid = m.member
WHERE a.rolname = 'app_admin' ORDER BY 1;

-- name: rights of PUBLIC on schemas, tables, sequences and functions
-- expect: none
WITH ours AS (
  SELECT oid, nspname, nspacl, nspowner FROM pg_namespace
  WHERE nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
), objects AS (
  SELECT 'schema ' || nspname AS object, coalesce(nspacl, acldefault('n', nspowner)) AS acl FROM ours
  UNION ALL
  SELECT c.oid::regclass::text,
    coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))
  FROM pg_class AS c JOIN ours ON ours.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S')
  UNION ALL
  SELECT p.oid::regprocedure::text, coalesce(p.proacl, acldefault('f', p.proowner))
  FROM pg_proc AS p JOIN ours ON ours.oid = p.pronamespace
)
SELECT object, a.privilege_type FROM objects, aclexplode(objects.acl) AS a WHERE a.grantee = 0;

-- name: schemas that each role may use
-- expect: rows
--   app_admin | audits, auth, experiments_v1, production, projects, providers, quarantine, system
--   app_readonly | audits, experiments_v1, production, quarantine
--   app_readwrite | audits, auth, experiments_v1, production, projects, providers, system
SELECT r.rolname, string_agg(n.nspname, ', ' ORDER BY n.nspname)
FROM pg_roles AS r CROSS JOIN pg_namespace AS n
WHERE r.rolname IN ('app_readonly', 'app_readwrite', 'app_admin')
  AND n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  AND has_schema_privilege(r.oid, n.oid, 'USAGE')
GROUP BY r.rolname ORDER BY r.rolname;

-- name: tables and views of each schema that app_readonly may read
-- expect: rows
--   audits | 2
--   experiments_v1 | 5
--   production | 4
--   quarantine | 3
SELECT n.nspname, count(*)
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  AND c.relkind IN ('r', 'p', 'v') AND has_table_privilege('app_readonly', c.oid, 'SELECT')
GROUP BY n.nspname ORDER BY n.nspname;

-- name: tables that app_readonly may write
-- expect: none
SELECT c.oid::regclass
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  AND c.relkind IN ('r', 'p', 'v')
  AND (has_any_column_privilege('app_readonly', c.oid, 'INSERT, UPDATE')
    OR has_table_privilege('app_readonly', c.oid, 'DELETE, TRUNCATE, TRIGGER'));

-- name: tables of the two application zones that app_readwrite cannot read, add to and change
-- expect: none
SELECT c.oid::regclass, wanted
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE']) AS wanted
WHERE n.nspname IN ('production', 'experiments_v1') AND c.relkind = 'r'
  AND NOT has_table_privilege('app_readwrite', c.oid, wanted);

-- name: tables from which app_readwrite may delete
-- expect: none
SELECT c.oid::regclass
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  AND c.relkind IN ('r', 'p', 'v')
  AND has_table_privilege('app_readwrite', c.oid, 'DELETE, TRUNCATE, TRIGGER');

-- name: what each role may do with the log
-- expect: rows
--   app_admin | INSERT, REFERENCES, SELECT
--   app_readonly | SELECT
--   app_readwrite | INSERT
SELECT r.rolname, string_agg(p, ', ' ORDER BY p)
FROM pg_roles AS r
CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS p
WHERE r.rolname IN ('app_readonly', 'app_readwrite', 'app_admin')
  AND has_table_privilege(r.oid, 'audits.audit_log', p)
GROUP BY r.rolname ORDER BY r.rolname;

-- name: partitions of the log that an application role may touch directly
-- expect: none
SELECT i.inhrelid::regclass, r.rolname
FROM pg_inherits AS i CROSS JOIN pg_roles AS r
WHERE i.inhparent = to_regclass('audits.audit_log')
  AND r.rolname IN ('app_readonly', 'app_readwrite', 'app_admin')
  AND has_table_privilege(r.oid, i.inhrelid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER');

-- name: tables outside the log on which app_admin lacks a right
-- expect: none
SELECT c.oid::regclass, wanted
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN unnest(ARRAY[
  'SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS wanted
WHERE n.nspname IN ('auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'system')
  AND c.relkind IN ('r', 'p') AND NOT has_table_privilege('app_admin', c.oid, wanted);

-- name: who may encrypt and decrypt, and look up a login
-- expect: rows
--   auth.find_login(text) | app_admin, app_readwrite
--   system.decrypt_data(bytea,uuid) | app_admin, app_readwrite
--   system.encrypt_data(text,uuid) | app_admin, app_readwrite
SELECT p.oid::regprocedure::text, string_agg(r.rolname, ', ' ORDER BY r.rolname)
FROM pg_proc AS p
JOIN pg_namespace AS n ON n.oid = p.pronamespace
CROSS JOIN pg_roles AS r
WHERE n.nspname || '.' || p.proname IN ('system.encrypt_data', 'system.decrypt_data', 'auth.find_login')
  AND r.rolname IN ('app_readonly', 'app_readwrite', 'app_admin')
  AND has_function_privilege(r.oid, p.oid, 'EXECUTE')
GROUP BY p.oid ORDER BY 1;

-- name: default privileges for future tables and sequences
-- expect: rows
--   app_admin | auth, experiments_v1, production, projects, providers, quarantine, system
--   app_readonly | experiments_v1, production, quarantine
--   app_readwrite | experiments_v1, production
SELECT r.rolname, string_agg(DISTINCT n.nspname, ', ' ORDER BY n.nspname)
FROM pg_default_acl AS d
JOIN pg_namespace AS n ON n.oid = d.defaclnamespace
CROSS JOIN LATERAL aclexplode(d.defaclacl) AS a
JOIN pg_roles AS r ON r.oid = a.grantee
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
GROUP BY r.rolname ORDER BY r.rolname;
