-- What the test seed leaves behind, counted in its own workspaces only.

-- name: workspaces
-- expect: 2
SELECT count(*) FROM core.workspaces
WHERE id IN ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002');

-- name: accounts
-- expect: 5
SELECT count(*) FROM auth.users
WHERE id BETWEEN '00000000-0000-0000-0000-000000000011' AND '00000000-0000-0000-0000-000000000015';

-- name: roles
-- expect: rows
--   owner | 2
--   admin | 1
--   member | 1
--   viewer | 1
--   service | 1
SELECT role, count(*) FROM core.members
WHERE workspace_id IN ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002')
  AND user_id BETWEEN '00000000-0000-0000-0000-000000000011' AND '00000000-0000-0000-0000-000000000015'
GROUP BY role ORDER BY role;

-- name: founders
-- expect: >= 3
SELECT count(*) FROM core.founders
WHERE workspace_id IN ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002');

-- name: contacts
-- expect: >= 4
SELECT count(*) FROM core.contacts
WHERE workspace_id IN ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002');

-- name: tasks
-- expect: >= 3
SELECT count(*) FROM work.tasks
WHERE workspace_id IN ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002');

-- name: events
-- expect: >= 1
SELECT count(*) FROM ops.events
WHERE workspace_id IN ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002');

-- name: a search near the first topic, best first
-- expect: rows
--   Elsewhere | 1.00
--   Same | 1.00
--   Near | 0.80
SELECT c.name, round(s.similarity::numeric, 2)
FROM search_similar_embeddings(
  (ARRAY[1, 0, 0, 0] || array_fill(0, ARRAY[1532]))::vector, 'core.contacts', 0.7, 1000) AS s
JOIN core.contacts AS c ON c.id = s.id
WHERE c.id BETWEEN '00000000-0000-0000-0000-000000000041' AND '00000000-0000-0000-0000-000000000044'
ORDER BY s.similarity DESC, c.name;
