-- Takes out the workspaces of the seeds with everything in them, the append-only log included: it goes when
-- its workspace goes. Then the accounts that are in no other workspace.

DELETE FROM core.workspaces
WHERE id IN (
  'd0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000002',
  '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002');

DELETE FROM auth.users AS u
WHERE (u.id BETWEEN 'd0000000-0000-4000-8000-000000000011' AND 'd0000000-0000-4000-8000-000000000015'
    OR u.id BETWEEN '00000000-0000-0000-0000-000000000011' AND '00000000-0000-0000-0000-000000000015')
  AND NOT EXISTS (SELECT FROM core.members AS m WHERE m.user_id = u.id);
