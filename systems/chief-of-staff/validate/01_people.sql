-- Who is in a workspace, and who should be.

-- name: workspaces with members but without an owner
-- severity: high
-- expect: none
SELECT w.id, w.name
FROM core.workspaces AS w
WHERE EXISTS (SELECT FROM core.members AS m WHERE m.workspace_id = w.id)
  AND NOT EXISTS (SELECT FROM core.members AS m WHERE m.workspace_id = w.id AND m.role = 'owner');

-- Nobody but a superuser or service_role could have left it like this.
-- name: workspaces with members that are not marked as such, so that their creator could enter
-- severity: high
-- expect: none
SELECT w.id, w.name
FROM core.workspaces AS w
WHERE w.bootstrapped_at IS NULL AND EXISTS (SELECT FROM core.members AS m WHERE m.workspace_id = w.id);

-- name: workspaces that got no member within a day
-- severity: low
-- expect: none
SELECT w.id, w.name
FROM core.workspaces AS w
WHERE w.created_at < now() - interval '1 day'
  AND NOT EXISTS (SELECT FROM core.members AS m WHERE m.workspace_id = w.id);

-- name: members without an account
-- severity: high
-- expect: none
SELECT m.workspace_id, m.id
FROM core.members AS m
WHERE NOT EXISTS (SELECT FROM auth.users AS u WHERE u.id = m.user_id);

-- name: founders who are no member of their workspace
-- severity: medium
-- expect: none
SELECT f.workspace_id, f.id
FROM core.founders AS f
WHERE NOT EXISTS (
  SELECT FROM core.members AS m WHERE m.workspace_id = f.workspace_id AND m.user_id = f.user_id);

-- name: service accounts whose member has another role than service
-- severity: medium
-- expect: none
SELECT a.workspace_id, a.id
FROM core.service_accounts AS a
JOIN core.members AS m ON m.workspace_id = a.workspace_id AND m.id = a.member_id
WHERE a.is_active AND m.role <> 'service';

-- name: service accounts still active after they expired
-- severity: medium
-- expect: none
SELECT workspace_id, id FROM core.service_accounts WHERE is_active AND expires_at < now();

-- name: workspaces of the seeds
-- severity: high
-- environment: production
-- expect: none
SELECT id, name FROM core.workspaces
WHERE id IN (
  'd0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000002',
  '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002');
