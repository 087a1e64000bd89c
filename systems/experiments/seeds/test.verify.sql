-- What the test data must be, counted by the fixed ids of Tess and Theo.

-- name: each user has the same rows, and only Tess a provider key
-- expect: rows
--   tess | 1 | 1 | 2 | 1 | 1 | 1 | 1 | 1
--   theo | 1 | 1 | 2 | 1 | 1 | 1 | 1 | 0
SELECT
  u.username,
  (SELECT count(*) FROM auth.sessions AS s WHERE s.user_id = u.id),
  (SELECT count(*) FROM projects.projects AS p WHERE p.owner_id = u.id),
  (SELECT count(*) FROM projects.versions AS v JOIN projects.projects AS p ON p.id = v.project_id
   WHERE p.owner_id = u.id),
  (SELECT count(*) FROM experiments_v1.experiments AS e WHERE e.user_id = u.id),
  (SELECT count(*) FROM experiments_v1.evaluations AS v
   JOIN experiments_v1.experiments AS e ON e.id = v.experiment_id WHERE e.user_id = u.id),
  (SELECT count(*) FROM production.analysis_sessions AS s WHERE s.user_id = u.id),
  (SELECT count(*) FROM providers.user_quotas AS q WHERE q.user_id = u.id),
  (SELECT count(*) FROM providers.user_providers AS k WHERE k.user_id = u.id)
FROM auth.users AS u
WHERE u.id IN ('5eed0001-0001-4000-8000-000000000001', '5eed0001-0001-4000-8000-000000000002')
ORDER BY u.username;

-- name: both experiments wait to be started
-- expect: created | 2
SELECT status, count(*) FROM experiments_v1.experiments
WHERE id IN ('5eed0001-000a-4000-8000-000000000001', '5eed0001-000a-4000-8000-000000000002')
GROUP BY status;

-- name: a provider and a key to test with
-- expect: Test model | pgp-aes256
SELECT p.name, k.algorithm
FROM providers.providers AS p, system.encryption_keys AS k
WHERE p.id = '5eed0001-0016-4000-8000-000000000001' AND k.key_id = '5eed0001-0012-4000-8000-000000000001';
