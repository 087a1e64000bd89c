-- What the development data must hold, counted for its three tenants only.

-- name: rows of the three tenants
-- expect: rows
--   audit_logs | 3
--   file_permissions | 2
--   files | 3
--   tenant_billing | 3
--   tenant_usage | 5
--   tenants | 3
--   user_profiles | 3
--   user_sessions | 2
--   user_team_memberships | 5
--   user_teams | 3
--   users | 6
--   workflow_executions | 2
WITH made (id) AS (
  VALUES (uuid 'd1000000-0000-4000-8000-000000000000'), ('d2000000-0000-4000-8000-000000000000'),
    ('d3000000-0000-4000-8000-000000000000')
)
SELECT counted.name, counted.rows
FROM (
  SELECT 'audit_logs' AS name, count(*) AS rows FROM audit_logs, made WHERE audit_logs.tenant_id = made.id
  UNION ALL
  SELECT 'file_permissions', count(*) FROM file_permissions, made WHERE file_permissions.tenant_id = made.id
  UNION ALL
  SELECT 'files', count(*) FROM files, made WHERE files.tenant_id = made.id
  UNION ALL
  SELECT 'tenant_billing', count(*) FROM tenant_billing, made WHERE tenant_billing.tenant_id = made.id
  UNION ALL
  SELECT 'tenant_usage', count(*) FROM tenant_usage, made WHERE tenant_usage.tenant_id = made.id
  UNION ALL
  SELECT 'tenants', count(*) FROM tenants, made WHERE tenants.id = made.id
  UNION ALL
  SELECT 'user_profiles', count(*) FROM user_profiles, made WHERE user_profiles.tenant_id = made.id
  UNION ALL
  SELECT 'user_sessions', count(*) FROM user_sessions, made WHERE user_sessions.tenant_id = made.id
  UNION ALL
  SELECT 'user_team_memberships', count(*)
  FROM user_team_memberships, made WHERE user_team_memberships.tenant_id = made.id
  UNION ALL
  SELECT 'user_teams', count(*) FROM user_teams, made WHERE user_teams.tenant_id = made.id
  UNION ALL
  SELECT 'users', count(*) FROM users, made WHERE users.tenant_id = made.id
  UNION ALL
  SELECT 'workflow_executions', count(*)
  FROM workflow_executions, made WHERE workflow_executions.tenant_id = made.id
) AS counted
ORDER BY counted.name;

-- name: the tenants, their plans and levels
-- expect: rows
--   fernhill | enterprise | row | 3
--   saltmarsh | professional | row | 2
--   two-wrens | free | row | 1
SELECT t.slug, t.subscription_tier, t.isolation_level, count(u.id)
FROM tenants t
LEFT JOIN users u ON u.tenant_id = t.id
WHERE t.id IN ('d1000000-0000-4000-8000-000000000000', 'd2000000-0000-4000-8000-000000000000',
  'd3000000-0000-4000-8000-000000000000')
GROUP BY t.id
ORDER BY t.slug;

-- name: quotas of the tenants
-- expect: 12
SELECT count(*)
FROM tenants t
CROSS JOIN jsonb_each(t.quotas) AS quota
WHERE t.id::text LIKE 'd_000000-0000-4000-8000-000000000000'
  AND quota.key IN ('max_users', 'max_storage_gb', 'max_api_calls_per_hour', 'max_workflows_per_hour');

-- name: sessions that a token opens
-- expect: rows
--   fernhill
--   saltmarsh
SELECT t.slug
FROM (VALUES ('session of Ines'), ('session of Mika')) AS word (token)
CROSS JOIN LATERAL resolve_session(encode(sha256(word.token::bytea), 'hex')) AS s
JOIN tenants t ON t.id = s.tenant_id
ORDER BY t.slug;
