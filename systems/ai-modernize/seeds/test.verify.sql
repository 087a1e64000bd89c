-- What test.sql puts in, counted by its own ids.

-- name: rows by table
-- expect: rows
--   asset_dependencies | 4
--   assets | 8
--   client_accounts | 2
--   crewai_flow_state_extensions | 4
--   discovery_flows | 4
--   engagements | 4
--   user_account_associations | 2
--   user_profiles | 2
--   users | 2
SELECT seeded.relation, count(*)
FROM (
  SELECT 'asset_dependencies' AS relation, id AS id FROM migration.asset_dependencies
  UNION ALL
  SELECT 'assets', id FROM migration.assets
  UNION ALL
  SELECT 'client_accounts', id FROM migration.client_accounts
  UNION ALL
  SELECT 'crewai_flow_state_extensions', id FROM migration.crewai_flow_state_extensions
  UNION ALL
  SELECT 'discovery_flows', id FROM migration.discovery_flows
  UNION ALL
  SELECT 'engagements', id FROM migration.engagements
  UNION ALL
  SELECT 'user_account_associations', id FROM migration.user_account_associations
  UNION ALL
  SELECT 'user_profiles', user_id FROM migration.user_profiles
  UNION ALL
  SELECT 'users', id FROM migration.users
) AS seeded
WHERE seeded.id::text ~ '^e[12][0-9a-f]{6}-0000-4000-8000-0000000000[0-9a-f]{2}$'
  OR seeded.id IN ('11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222')
GROUP BY seeded.relation ORDER BY seeded.relation;

-- name: engagements of each test tenant
-- expect: rows
--   11111111-1111-1111-1111-111111111111 | 2
--   22222222-2222-2222-2222-222222222222 | 2
SELECT client_account_id, count(*) FROM migration.engagements
WHERE client_account_id IN (
  '11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222')
GROUP BY client_account_id ORDER BY client_account_id;

-- name: both test tenants hold the same
-- expect: rows
--   one | Orders | application | running
--   one | orders-01 | server | running
--   two | Orders | application | running
--   two | orders-01 | server | running
SELECT e.slug, a.name, a.asset_type, a.master_status
FROM migration.v_cross_phase_assets AS a JOIN migration.engagements AS e ON e.id = a.engagement_id
WHERE a.client_account_id IN (
  '11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222')
GROUP BY e.slug, a.name, a.asset_type, a.master_status
HAVING count(*) = 2 AND count(DISTINCT a.client_account_id) = 2
ORDER BY e.slug, a.name;

-- name: production would refuse to start
-- expect: t
SELECT bool_and(migration.is_test_tenant(id)) FROM migration.client_accounts
WHERE id IN ('11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222');
