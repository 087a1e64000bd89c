-- What the development seed leaves behind, counted in its own workspaces only.

-- name: workspaces
-- expect: 2
SELECT count(*) FROM core.workspaces
WHERE id IN ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000002');

-- name: accounts
-- expect: 5
SELECT count(*) FROM auth.users
WHERE id BETWEEN 'd0000000-0000-4000-8000-000000000011' AND 'd0000000-0000-4000-8000-000000000015';

-- name: roles
-- expect: rows
--   owner | 2
--   admin | 1
--   member | 1
--   viewer | 1
--   service | 1
SELECT role, count(*) FROM core.members
WHERE workspace_id IN ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000002')
  AND user_id BETWEEN 'd0000000-0000-4000-8000-000000000011' AND 'd0000000-0000-4000-8000-000000000015'
GROUP BY role ORDER BY role;

-- name: founders
-- expect: >= 4
SELECT count(*) FROM core.founders
WHERE workspace_id IN ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000002');

-- name: contacts
-- expect: >= 9
SELECT count(*) FROM core.contacts
WHERE workspace_id IN ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000002');

-- name: integrations
-- expect: >= 3
SELECT count(*) FROM core.integrations
WHERE workspace_id IN ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000002');

-- name: messages
-- expect: >= 5
SELECT count(*) FROM comms.communications
WHERE workspace_id IN ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000002');

-- name: meetings
-- expect: >= 3
SELECT count(*) FROM meetings.meetings
WHERE workspace_id IN ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000002');

-- name: parts of transcripts
-- expect: >= 3
SELECT count(*) FROM meetings.transcript_chunks
WHERE workspace_id IN ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000002');

-- name: tasks
-- expect: >= 4
SELECT count(*) FROM work.tasks
WHERE workspace_id IN ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000002');

-- name: insights
-- expect: >= 2
SELECT count(*) FROM intel.insights
WHERE workspace_id IN ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000002');

-- name: events
-- expect: >= 3
SELECT count(*) FROM ops.events
WHERE workspace_id IN ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000002');

-- name: a search near the first topic, best first
-- expect: rows
--   Gideon Frost | 1.00
--   Iris Vale | 1.00
--   Henrik Moe | 0.87
--   Ruth Amsel | 0.80
SELECT c.name, round(s.similarity::numeric, 2)
FROM search_similar_embeddings(
  (ARRAY[1, 0, 0, 0] || array_fill(0, ARRAY[1532]))::vector, 'core.contacts', 0.7, 1000) AS s
JOIN core.contacts AS c ON c.id = s.id
WHERE c.id BETWEEN 'd0000000-0000-4000-8000-000000000101' AND 'd0000000-0000-4000-8000-000000000109'
ORDER BY s.similarity DESC, c.name;
