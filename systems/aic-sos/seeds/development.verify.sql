-- What development.sql puts in, counted by its own ids: rows that are added to these tenants do not disturb,
-- nor do approvals that are decided and runs that go on.

-- name: rows by table
-- expect: rows
--   api_keys | 3
--   approval_decisions | 1
--   approval_requests | 3
--   audit_config | 2
--   connector_installations | 1
--   environments | 4
--   metering_events | 6
--   policies | 2
--   policy_bindings | 2
--   principals | 7
--   provider_keys | 2
--   role_bindings | 9
--   runs | 6
--   sessions | 4
--   steps | 8
--   tenants | 2
--   tool_calls | 4
--   usage_summary | 3
--   workflow_versions | 4
--   workflows | 3
--   workspace_config | 3
--   workspaces | 3
SELECT seeded.relation, count(*)
FROM (
  SELECT 'api_keys' AS relation, api_key_id AS id, tenant_id FROM api_keys
  UNION ALL
  SELECT 'approval_decisions' AS relation, approval_decision_id AS id, tenant_id FROM approval_decisions
  UNION ALL
  SELECT 'approval_requests' AS relation, approval_request_id AS id, tenant_id FROM approval_requests
  UNION ALL
  SELECT 'audit_config' AS relation, audit_config_id AS id, tenant_id FROM audit_config
  UNION ALL
  SELECT 'connector_installations' AS relation, connector_installation_id AS id, tenant_id
  FROM connector_installations
  UNION ALL
  SELECT 'environments' AS relation, environment_id AS id, tenant_id FROM environments
  UNION ALL
  SELECT 'metering_events' AS relation, metering_event_id AS id, tenant_id FROM metering_events
  UNION ALL
  SELECT 'policies' AS relation, policy_id AS id, tenant_id FROM policies
  UNION ALL
  SELECT 'policy_bindings' AS relation, policy_binding_id AS id, tenant_id FROM policy_bindings
  UNION ALL
  SELECT 'principals' AS relation, principal_id AS id, tenant_id FROM principals
  UNION ALL
  SELECT 'provider_keys' AS relation, provider_key_id AS id, tenant_id FROM provider_keys
  UNION ALL
  SELECT 'role_bindings' AS relation, role_binding_id AS id, tenant_id FROM role_bindings
  UNION ALL
  SELECT 'runs' AS relation, run_id AS id, tenant_id FROM runs
  UNION ALL
  SELECT 'sessions' AS relation, session_id AS id, tenant_id FROM sessions
  UNION ALL
  SELECT 'steps' AS relation, step_id AS id, tenant_id FROM steps
  UNION ALL
  SELECT 'tenants' AS relation, tenant_id AS id, tenant_id FROM tenants
  UNION ALL
  SELECT 'tool_calls' AS relation, tool_call_id AS id, tenant_id FROM tool_calls
  UNION ALL
  SELECT 'usage_summary' AS relation, usage_summary_id AS id, tenant_id FROM usage_summary
  UNION ALL
  SELECT 'workflow_versions' AS relation, workflow_version_id AS id, tenant_id FROM workflow_versions
  UNION ALL
  SELECT 'workflows' AS relation, workflow_id AS id, tenant_id FROM workflows
  UNION ALL
  SELECT 'workspace_config' AS relation, config_id AS id, tenant_id FROM workspace_config
  UNION ALL
  SELECT 'workspaces' AS relation, workspace_id AS id, tenant_id FROM workspaces
) AS seeded
WHERE seeded.tenant_id IN ('d1000000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001')
  AND seeded.id::text ~ '^d[12][0-9a-f]{2}0000-0000-4000-8000-[0-9]{12}$'
GROUP BY 1 ORDER BY 1;

-- name: built-in roles of the three workspaces
-- expect: 15
SELECT count(*) FROM roles
WHERE is_builtin AND workspace_id IN (
  'd1020000-0000-4000-8000-000000000001', 'd1020000-0000-4000-8000-000000000002',
  'd2020000-0000-4000-8000-000000000001');

-- name: regions
-- expect: rows
--   Larkspur Logistics | us-east-1
--   Nordlicht Praxen | eu-west-1
SELECT name, region FROM tenants
WHERE tenant_id IN ('d1000000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001')
ORDER BY tenant_id;

-- name: published versions
-- expect: 3
SELECT count(*) FROM workflow_versions
WHERE is_published AND workflow_version_id IN (
  'd10a0000-0000-4000-8000-000000000001', 'd10a0000-0000-4000-8000-000000000003',
  'd20a0000-0000-4000-8000-000000000001');

-- name: rotations of the provider key
-- expect: >= 1
SELECT count(*) FROM secret_rotation_log WHERE secret_id = 'd10d0000-0000-4000-8000-000000000001';

-- name: validations of the provider key
-- expect: >= 1
SELECT count(*) FROM key_validation_results WHERE provider_key_id = 'd10d0000-0000-4000-8000-000000000001';

-- name: broken audit chains
-- expect: none
SELECT c.workspace_id, v.reason
FROM (
  SELECT DISTINCT tenant_id, workspace_id FROM audit_events
  WHERE tenant_id IN (
    'd1000000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001')
) AS c, LATERAL verify_audit_chain(c.tenant_id, c.workspace_id) AS v;
