-- Row security and grants.

-- name: tables with row security
-- expect: 30
SELECT count(*) FROM pg_tables
WHERE schemaname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel') AND rowsecurity;

-- name: tables whose owner is not bound by row security, because the helpers read them
-- expect: rows
--   core.founders
--   core.members
--   core.workspaces
SELECT n.nspname || '.' || c.relname
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
ORDER BY 1;

-- name: policies
-- expect: 150
SELECT count(*) FROM pg_policies
WHERE schemaname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel');

-- name: policies of each role and command
-- expect: rows
--   {authenticated} | DELETE | 30
--   {authenticated} | INSERT | 30
--   {authenticated} | SELECT | 30
--   {authenticated} | UPDATE | 30
--   {service_role} | ALL | 30
SELECT roles, cmd, count(*) FROM pg_policies
WHERE schemaname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
GROUP BY 1, 2 ORDER BY 1, 2;

-- name: policies whose name does not say table and command
-- expect: none
SELECT schemaname, tablename, policyname FROM pg_policies
WHERE schemaname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND policyname <> tablename || CASE cmd WHEN 'ALL' THEN '_service' ELSE '_' || lower(cmd) END || '_policy';

-- name: policies for UPDATE without USING and CHECK
-- expect: none
SELECT schemaname, tablename, policyname FROM pg_policies
WHERE schemaname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND cmd IN ('UPDATE', 'ALL') AND (qual IS NULL OR with_check IS NULL);

-- name: policies for authenticated that admit all rows
-- expect: none
SELECT schemaname, tablename, policyname FROM pg_policies
WHERE schemaname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND 'authenticated' = ANY (roles) AND (qual = 'true' OR with_check = 'true');

-- name: tables of the log, which nobody updates or deletes from
-- expect: rows
--   event_actors | 2
--   event_links | 2
--   event_snapshots | 2
--   events | 2
SELECT tablename, count(*) FROM pg_policies
WHERE schemaname = 'ops' AND cmd IN ('UPDATE', 'DELETE') AND qual = 'false'
GROUP BY tablename ORDER BY tablename;

-- name: tables that authenticated and service_role may read and write
-- expect: rows
--   authenticated | 30
--   service_role | 30
SELECT r.rolname, count(*)
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN pg_roles AS r
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND c.relkind = 'r' AND r.rolname IN ('authenticated', 'service_role')
  AND has_table_privilege(r.oid, c.oid, 'SELECT') AND has_table_privilege(r.oid, c.oid, 'INSERT')
  AND has_table_privilege(r.oid, c.oid, 'UPDATE') AND has_table_privilege(r.oid, c.oid, 'DELETE')
GROUP BY r.rolname ORDER BY r.rolname;

-- name: rights on relations beyond that, or of anybody else
-- expect: none
SELECT c.oid::regclass, a.grantee::regrole, a.privilege_type
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN aclexplode(c.relacl) AS a
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND a.grantee <> c.relowner
  AND NOT (
    a.grantee IN (to_regrole('authenticated'), to_regrole('service_role'))
    AND (a.privilege_type = 'SELECT'
      OR c.relkind = 'r' AND a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE')));

-- name: rights of anon on the schemas
-- expect: none
SELECT n.nspname
FROM pg_namespace AS n JOIN pg_roles AS r ON r.rolname = 'anon'
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND has_schema_privilege(r.oid, n.oid, 'USAGE');

-- name: functions that PUBLIC may execute
-- expect: none
SELECT p.oid::regprocedure
FROM pg_proc AS p
WHERE p.proowner = to_regrole('cos_owner')
  AND (p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) AS a WHERE a.grantee = 0));

-- name: roles that row security would not bind, or that can log in
-- expect: none
SELECT rolname FROM pg_roles
WHERE rolname IN ('cos_owner', 'authenticated') AND (rolsuper OR rolbypassrls OR rolcanlogin);
