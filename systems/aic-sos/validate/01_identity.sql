-- Who may act: data that no constraint forbids, but nobody should find.

-- name: seeded tenants in a production database
-- severity: high
-- environment: production
-- expect: none
SELECT tenant_id, name FROM tenants
WHERE tenant_id IN (
  'd1000000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001',
  'e1000000-0000-4000-8000-000000000001', 'e2000000-0000-4000-8000-000000000001');

-- name: workspaces without an active administrator
-- severity: medium
-- expect: none
SELECT w.workspace_id, w.name FROM workspaces AS w
WHERE NOT EXISTS (
  SELECT FROM role_bindings AS b
  JOIN roles AS r ON r.role_id = b.role_id AND r.name = 'workspace_admin'
  JOIN principals AS p ON p.principal_id = b.principal_id AND p.is_active
  WHERE b.workspace_id = w.workspace_id);

-- name: workspaces without their five built-in roles
-- severity: high
-- expect: none
SELECT w.workspace_id, w.name FROM workspaces AS w
WHERE 5 <> (SELECT count(*) FROM roles AS r WHERE r.workspace_id = w.workspace_id AND r.is_builtin);

-- name: roles with permissions that left the catalogue
-- severity: high
-- expect: none
SELECT r.role_id, r.name, k.permission FROM roles AS r, unnest(r.permission_keys) AS k (permission)
WHERE NOT EXISTS (SELECT FROM permissions AS p WHERE p.resource || ':' || p.action = k.permission);

-- name: principals whose deactivation and its time contradict each other
-- severity: low
-- expect: none
SELECT principal_id FROM principals WHERE is_active = (deactivated_at IS NOT NULL);

-- name: active API keys of deactivated principals
-- severity: medium
-- expect: none
SELECT k.api_key_id, k.name FROM api_keys AS k JOIN principals AS p USING (principal_id)
WHERE k.is_active AND NOT p.is_active;

-- name: open sessions of deactivated principals
-- severity: medium
-- expect: none
SELECT s.session_id FROM sessions AS s JOIN principals AS p USING (principal_id)
WHERE NOT s.is_revoked AND s.expires_at > now() AND NOT p.is_active;

-- name: sessions open for longer than a month
-- severity: low
-- expect: none
SELECT session_id FROM sessions
WHERE NOT is_revoked AND expires_at > now() AND expires_at - issued_at > interval '31 days';
