-- What test.sql puts in.

-- name: rows by table
-- expect: rows
--   api_keys | 2
--   principals | 10
--   tenants | 2
--   workflow_versions | 4
--   workflows | 2
--   workspaces | 2
SELECT seeded.relation, count(*)
FROM (
  SELECT 'api_keys' AS relation, api_key_id AS id, tenant_id FROM api_keys
  UNION ALL
  SELECT 'principals' AS relation, principal_id AS id, tenant_id FROM principals
  UNION ALL
  SELECT 'tenants' AS relation, tenant_id AS id, tenant_id FROM tenants
  UNION ALL
  SELECT 'workflow_versions' AS relation, workflow_version_id AS id, tenant_id FROM workflow_versions
  UNION ALL
  SELECT 'workflows' AS relation, workflow_id AS id, tenant_id FROM workflows
  UNION ALL
  SELECT 'workspaces' AS relation, workspace_id AS id, tenant_id FROM workspaces
) AS seeded
WHERE seeded.tenant_id IN ('e1000000-0000-4000-8000-000000000001', 'e2000000-0000-4000-8000-000000000001')
  AND seeded.id::text ~ '^e[12][0-9a-f]{2}0000-0000-4000-8000-[0-9]{12}$'
GROUP BY 1 ORDER BY 1;

-- name: who holds which role
-- expect: rows
--   admin@test.example.com | workspace_admin | 2
--   approver1@test.example.com | approver | 2
--   approver2@test.example.com | approver | 2
--   operator@test.example.com | operator | 2
--   runner | operator | 2
SELECT coalesce(p.email, p.service_name), r.name, count(*)
FROM role_bindings AS b JOIN principals AS p USING (principal_id) JOIN roles AS r USING (role_id)
WHERE b.tenant_id IN ('e1000000-0000-4000-8000-000000000001', 'e2000000-0000-4000-8000-000000000001')
GROUP BY 1, 2 ORDER BY coalesce(p.email, p.service_name) COLLATE "C";

-- name: latest versions
-- expect: rows
--   e10a0000-0000-4000-8000-000000000001
--   e20a0000-0000-4000-8000-000000000001
SELECT latest_version_id FROM workflows
WHERE tenant_id IN ('e1000000-0000-4000-8000-000000000001', 'e2000000-0000-4000-8000-000000000001')
ORDER BY 1;
