-- What the development data must be, counted by the fixed ids of its accounts.

-- name: accounts and their roles
-- expect: rows
--   ada | admin
--   ben | user
--   cleo | reviewer
--   dara | user
--   runner | service
SELECT username, role FROM auth.users
WHERE id BETWEEN '5eed0000-0001-4000-8000-000000000001' AND '5eed0000-0001-4000-8000-000000000005'
ORDER BY username;

-- name: sessions, one of them revoked, invitations, resets and logged events
-- expect: 3 | 1 | 2 | 1 | 3
SELECT
  (SELECT count(*) FROM auth.sessions WHERE id::text LIKE '5eed0000-0002-%'),
  (SELECT count(*) FROM auth.sessions WHERE id::text LIKE '5eed0000-0002-%' AND revoked_at IS NOT NULL),
  (SELECT count(*) FROM auth.invitations WHERE id::text LIKE '5eed0000-0003-%'),
  (SELECT count(*) FROM auth.password_resets WHERE id::text LIKE '5eed0000-0004-%'),
  (SELECT count(*) FROM auth.audit_logs WHERE id::text LIKE '5eed0000-0005-%');

-- name: projects with their versions, baselines and policies
-- expect: rows
--   Billing | dara | 1 | 0 | 2
--   Parser | ben | 2 | 2 | 1
SELECT p.name, u.username,
  (SELECT count(*) FROM projects.versions AS v WHERE v.project_id = p.id AND v.id::text LIKE '5eed0000-%'),
  (SELECT count(*) FROM projects.baselines AS b WHERE b.project_id = p.id AND b.id::text LIKE '5eed0000-%'),
  (SELECT count(*) FROM projects.project_policies AS l
   WHERE l.project_id = p.id AND l.policy_id::text LIKE '5eed0000-%')
FROM projects.projects AS p JOIN auth.users AS u ON u.id = p.owner_id
WHERE p.id::text LIKE '5eed0000-0006-%' ORDER BY p.name;

-- name: experiments
-- expect: 6
SELECT count(*) FROM experiments_v1.experiments WHERE id::text LIKE '5eed0000-000a-%';

-- name: the experiments that reached a final state
-- expect: rows
--   Colder parser | promoted
--   Wild parser | quarantined
SELECT name, status FROM experiments_v1.experiments
WHERE id::text LIKE '5eed0000-000a-%' AND status IN ('promoted', 'quarantined') ORDER BY name;

-- name: evaluations, promotions, comparisons, blacklist, quarantine and requests
-- expect: 3 | 2 | 1 | 1 | 1 | 1
SELECT
  (SELECT count(*) FROM experiments_v1.evaluations WHERE id::text LIKE '5eed0000-000b-%'),
  (SELECT count(*) FROM experiments_v1.promotions WHERE id::text LIKE '5eed0000-000d-%'),
  (SELECT count(*) FROM experiments_v1.comparison_reports WHERE id::text LIKE '5eed0000-000c-%'),
  (SELECT count(*) FROM experiments_v1.blacklist WHERE id::text LIKE '5eed0000-000e-%'),
  (SELECT count(*) FROM quarantine.quarantined_records WHERE id::text LIKE '5eed0000-000f-%'),
  (SELECT count(*) FROM quarantine.reevaluation_requests WHERE id::text LIKE '5eed0000-0010-%');

-- name: the history of the promoted version
-- expect: cleo | promoted | v1 | v2
SELECT u.username, h.action, h.from_tag, h.to_tag
FROM projects.version_history AS h JOIN auth.users AS u ON u.id = h.changed_by
WHERE h.version_id = '5eed0000-0007-4000-8000-000000000002' AND h.reason = 'fewer false positives';

-- name: sessions of analysis, tasks, artifacts and results
-- expect: 3 | 4 | 2 | 1
SELECT
  (SELECT count(*) FROM production.analysis_sessions WHERE id::text LIKE '5eed0000-0011-%'),
  (SELECT count(*) FROM production.analysis_tasks WHERE id::text LIKE '5eed0000-0013-%'),
  (SELECT count(*) FROM production.artifacts WHERE id::text LIKE '5eed0000-0014-%'),
  (SELECT count(*) FROM production.code_review_results WHERE id::text LIKE '5eed0000-0015-%');

-- name: providers, their health, keys of users and quotas
-- expect: 2 | 2 | 2 | 2
SELECT
  (SELECT count(*) FROM providers.providers WHERE id::text LIKE '5eed0000-0016-%'),
  (SELECT count(*) FROM providers.provider_health WHERE id::text LIKE '5eed0000-0017-%'),
  (SELECT count(*) FROM providers.user_providers WHERE id::text LIKE '5eed0000-0018-%'),
  (SELECT count(*) FROM providers.user_quotas WHERE id::text LIKE '5eed0000-0019-%');

-- name: alerts that the usage raised
-- expect: rows
--   ben | daily_80
--   dara | daily_100
--   dara | daily_80
--   dara | daily_90
SELECT DISTINCT u.username, a.alert_type
FROM providers.cost_alerts AS a JOIN auth.users AS u ON u.id = a.user_id
WHERE u.id IN ('5eed0000-0001-4000-8000-000000000002', '5eed0000-0001-4000-8000-000000000004')
ORDER BY 1, 2;
