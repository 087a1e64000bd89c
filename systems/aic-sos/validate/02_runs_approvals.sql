-- Runs and approvals that hang, or that contradict each other.

-- name: approvals past their time that nobody has expired
-- severity: medium
-- expect: none
SELECT approval_request_id, expires_at FROM approval_requests
WHERE status = 'requested' AND expires_at < now() - interval '1 hour';

-- name: runs that wait for an approval nobody was asked for
-- severity: high
-- expect: none
SELECT r.run_id FROM runs AS r
WHERE r.status = 'waiting_approval'
  AND NOT EXISTS (SELECT FROM approval_requests AS a WHERE a.run_id = r.run_id AND a.status = 'requested');

-- name: approvals that wait for more approvers than may decide them
-- severity: medium
-- expect: none
SELECT a.approval_request_id, a.required_approvers FROM approval_requests AS a JOIN runs AS n USING (run_id)
WHERE a.status = 'requested' AND a.required_approvers > (
  SELECT count(DISTINCT p.principal_id)
  FROM role_bindings AS b
  JOIN roles AS r ON r.role_id = b.role_id AND r.name IN ('approver', 'workspace_admin')
  JOIN principals AS p ON p.principal_id = b.principal_id AND p.is_active
  WHERE b.workspace_id = a.workspace_id
    -- Whoever triggered the run does not decide on a high risk.
    AND (a.risk_tier <> 'high' OR p.principal_id IS DISTINCT FROM n.triggered_by));

-- name: runs that have been running for a day
-- severity: low
-- expect: none
SELECT run_id, started_at FROM runs WHERE status = 'running' AND started_at < now() - interval '1 day';

-- name: finished runs with steps that still run or wait
-- severity: medium
-- expect: none
SELECT r.run_id, s.step_id FROM runs AS r JOIN steps AS s USING (run_id)
WHERE r.status IN ('succeeded', 'failed_terminal', 'canceled')
  AND s.status IN ('running', 'waiting_approval');

-- name: workflows whose latest version is not published
-- severity: medium
-- expect: none
SELECT w.workflow_id, w.name FROM workflows AS w
JOIN workflow_versions AS v ON v.workflow_version_id = w.latest_version_id
WHERE NOT v.is_published;

-- name: contents in workspaces that keep metadata only
-- severity: medium
-- expect: none
SELECT r.run_id FROM runs AS r JOIN workspaces AS w USING (workspace_id)
WHERE w.data_persistence_mode = 'metadata_only'
  AND jsonb_path_exists(jsonb_build_array(r.input_metadata, r.output_metadata),
    'strict $.** ? (exists (@.content) || exists (@.body) || exists (@.prompt) || exists (@.completion))');
