-- What the test data must hold, counted for its three tenants only.

-- name: rows of the three tenants
-- expect: rows
--   api_keys | 2
--   audit_logs | 2
--   file_permissions | 2
--   files | 4
--   query_performance_log | 100
--   tenant_billing | 2
--   tenant_schemas | 1
--   tenant_usage | 3
--   tenants | 3
--   user_profiles | 3
--   user_sessions | 3
--   users | 6
--   workflow_executions | 3
WITH made (id) AS (
  VALUES (uuid 'e1000000-0000-4000-8000-000000000000'), ('e2000000-0000-4000-8000-000000000000'),
    ('e3000000-0000-4000-8000-000000000000')
)
SELECT counted.name, counted.rows
FROM (
  SELECT 'api_keys' AS name, count(*) AS rows FROM api_keys, made WHERE api_keys.tenant_id = made.id
  UNION ALL
  SELECT 'audit_logs', count(*) FROM audit_logs, made WHERE audit_logs.tenant_id = made.id
  UNION ALL
  SELECT 'file_permissions', count(*) FROM file_permissions, made WHERE file_permissions.tenant_id = made.id
  UNION ALL
  SELECT 'files', count(*) FROM files, made WHERE files.tenant_id = made.id
  UNION ALL
  SELECT 'query_performance_log', count(*)
  FROM query_performance_log, made WHERE query_performance_log.tenant_id = made.id
  UNION ALL
  SELECT 'tenant_billing', count(*) FROM tenant_billing, made WHERE tenant_billing.tenant_id = made.id
  UNION ALL
  SELECT 'tenant_schemas', count(*) FROM tenant_schemas, made WHERE tenant_schemas.tenant_id = made.id
  UNION ALL
  SELECT 'tenant_usage', count(*) FROM tenant_usage, made WHERE tenant_usage.tenant_id = made.id
  UNION ALL
  SELECT 'tenants', count(*) FROM tenants, made WHERE tenants.id = made.id
  UNION ALL
  SELECT 'user_profiles', count(*) FROM user_profiles, made WHERE user_profiles.tenant_id = made.id
  UNION ALL
  SELECT 'user_sessions', count(*) FROM user_sessions, made WHERE user_sessions.tenant_id = made.id
  UNION ALL
  SELECT 'users', count(*) FROM users, made WHERE users.tenant_id = made.id
  UNION ALL
  SELECT 'workflow_executions', count(*)
  FROM workflow_executions, made WHERE workflow_executions.tenant_id = made.id
) AS counted
ORDER BY counted.name;

-- name: the tenants, their plans, levels and activity
-- expect: rows
--   ironbark | professional | row | t
--   juniper | enterprise | schema | t
--   kestrel | free | row | f
SELECT t.slug, t.subscription_tier, t.isolation_level, t.is_active
FROM tenants t
WHERE t.id IN ('e1000000-0000-4000-8000-000000000000', 'e2000000-0000-4000-8000-000000000000',
  'e3000000-0000-4000-8000-000000000000')
ORDER BY t.slug;

-- name: states of users, sessions, files and workflows
-- expect: rows
--   file processing 1
--   file ready 3
--   session active 2
--   session expired 1
--   user active 4
--   user pending_verification 1
--   user suspended 1
--   workflow completed 1
--   workflow failed 1
--   workflow running 1
SELECT concat_ws(' ', state.kind, state.status, count(*))
FROM (
  SELECT 'user' AS kind, status::text AS status, tenant_id FROM users
  UNION ALL
  SELECT 'session', status::text, tenant_id FROM user_sessions
  UNION ALL
  SELECT 'file', status::text, tenant_id FROM files
  UNION ALL
  SELECT 'workflow', status, tenant_id FROM workflow_executions
) AS state
WHERE state.tenant_id IN ('e1000000-0000-4000-8000-000000000000', 'e2000000-0000-4000-8000-000000000000',
  'e3000000-0000-4000-8000-000000000000')
GROUP BY state.kind, state.status
ORDER BY state.kind, state.status;

-- name: slow queries among the measured ones
-- expect: 10
SELECT count(*)
FROM query_performance_log q
WHERE q.is_slow_query
  AND q.tenant_id IN ('e1000000-0000-4000-8000-000000000000', 'e2000000-0000-4000-8000-000000000000');

-- name: settings in the schema of the second tenant
-- expect: 2
SELECT count(*) FROM tenant_e2000000_0000_4000_8000_000000000000.tenant_settings;

-- name: whether its schema is there, with its tables
-- expect: connected | t | 2
SELECT v.connection_status, v.schema_exists, v.table_count
FROM validate_tenant_connections() v
WHERE v.tenant_id = 'e2000000-0000-4000-8000-000000000000';
