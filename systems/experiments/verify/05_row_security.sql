-- Row security and policies.

-- name: policies
-- expect: 58
SELECT count(*)
FROM pg_policy AS p
JOIN pg_class AS c ON c.oid = p.polrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system');

-- name: base tables and partitions without forced row security
-- expect: none
SELECT c.oid::regclass
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits')
  AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity);

-- name: base tables without exactly the policies _admin and _owner
-- expect: none
SELECT c.oid::regclass, string_agg(p.polname, ', ' ORDER BY p.polname)
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_policy AS p ON p.polrelid = c.oid
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits')
  AND c.relkind IN ('r', 'p') AND NOT c.relispartition
GROUP BY c.oid, c.relname
HAVING string_agg(p.polname, ', ' ORDER BY p.polname)
  IS DISTINCT FROM c.relname || '_admin, ' || c.relname || '_owner';

-- name: policies on partitions of the log, which are reached through their parent only
-- expect: none
SELECT p.polrelid::regclass, p.polname
FROM pg_policy AS p JOIN pg_inherits AS i ON i.inhrelid = p.polrelid
WHERE i.inhparent = to_regclass('audits.audit_log');

-- name: roles of the policies _owner
-- expect: rows
--   app_readonly, app_readwrite | 29
SELECT roles, count(*)
FROM (
  SELECT (
    SELECT string_agg(r.rolname, ', ' ORDER BY r.rolname)
    FROM pg_roles AS r WHERE r.oid = ANY (p.polroles))
  FROM pg_policy AS p WHERE p.polname LIKE '%\_owner'
) AS policies (roles)
GROUP BY roles;

-- name: policies _admin for others than app_admin and an owner whom row security binds
-- expect: none
SELECT p.polrelid::regclass, r.rolname
FROM pg_policy AS p
JOIN pg_class AS c ON c.oid = p.polrelid
CROSS JOIN unnest(p.polroles) AS grantee
LEFT JOIN pg_roles AS r ON r.oid = grantee
WHERE p.polname LIKE '%\_admin'
  AND r.rolname IS DISTINCT FROM 'app_admin' AND grantee <> c.relowner;

-- name: policies _owner that do not ask who is acting, directly or through the parent
-- expect: rows
--   analysis_tasks_owner | production.analysis_sessions
--   artifacts_owner | production.analysis_sessions
--   code_review_results_owner | production.analysis_sessions
--   evaluations_owner | experiments_v1.experiments
--   policies_owner | projects.project_policies
SELECT p.polname, string_agg(DISTINCT d.refobjid::regclass::text, ', ')
FROM pg_policy AS p
LEFT JOIN pg_depend AS d ON d.classid = 'pg_policy'::regclass AND d.objid = p.oid
  AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> p.polrelid
WHERE p.polname LIKE '%\_owner'
  AND NOT pg_get_expr(p.polqual, p.polrelid) ~ 'current_user_id|accessible_projects|accessible_versions'
GROUP BY p.polname ORDER BY p.polname;
