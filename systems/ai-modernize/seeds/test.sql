-- The two test tenants with the same content, so that a test of one always has the other to compare with: two
-- engagements each, and in each a master with a discovery flow, two assets and a dependency. Ids begin with
-- e1 or e2 for the tenant; e11 and e12, e21 and e22 are the engagements.

INSERT INTO migration.client_accounts (id, name, slug, max_users, max_engagements) VALUES
  ('11111111-1111-1111-1111-111111111111', 'Test tenant one', 'test-tenant-one', 2, 3),
  ('22222222-2222-2222-2222-222222222222', 'Test tenant two', 'test-tenant-two', 2, 3);
INSERT INTO migration.users (id, email, password_hash, first_name, is_verified, default_client_id) VALUES
  ('e1000000-0000-4000-8000-000000000011', 'one@test.example.com', encode(sha256('invented one'), 'hex'),
    'One',
    true, '11111111-1111-1111-1111-111111111111'),
  ('e2000000-0000-4000-8000-000000000011', 'two@test.example.com', encode(sha256('invented two'), 'hex'),
    'Two',
    true, '22222222-2222-2222-2222-222222222222');
INSERT INTO migration.user_profiles (user_id, status, approved_at) VALUES
  ('e1000000-0000-4000-8000-000000000011', 'ACTIVE', '2026-01-01 00:00+00'),
  ('e2000000-0000-4000-8000-000000000011', 'ACTIVE', '2026-01-01 00:00+00');
INSERT INTO migration.user_account_associations (id, user_id, client_account_id, role) VALUES
  ('e1000000-0000-4000-8000-000000000012', 'e1000000-0000-4000-8000-000000000011',
    '11111111-1111-1111-1111-111111111111', 'lead'),
  ('e2000000-0000-4000-8000-000000000012', 'e2000000-0000-4000-8000-000000000011',
    '22222222-2222-2222-2222-222222222222', 'lead');
INSERT INTO migration.engagements (id, client_account_id, name, slug) VALUES
  ('e1100000-0000-4000-8000-000000000001', '11111111-1111-1111-1111-111111111111', 'Engagement one', 'one'),
  ('e1200000-0000-4000-8000-000000000001', '11111111-1111-1111-1111-111111111111', 'Engagement two', 'two'),
  ('e2100000-0000-4000-8000-000000000001', '22222222-2222-2222-2222-222222222222', 'Engagement one', 'one'),
  ('e2200000-0000-4000-8000-000000000001', '22222222-2222-2222-2222-222222222222', 'Engagement two', 'two');

-- The same rows for each of the four engagements: their ids are the engagement's, with another last part.
INSERT INTO migration.crewai_flow_state_extensions
  (id, flow_id, client_account_id, engagement_id, user_id, flow_type, flow_name)
SELECT flow_id, flow_id, client_account_id, id, 'test', 'master', 'Master of ' || name
FROM migration.engagements, CAST(left(id::text, 24) || '000000000010' AS uuid) AS flow_id
WHERE client_account_id IN ('11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222');
INSERT INTO migration.discovery_flows
  (id, flow_id, master_flow_id, client_account_id, engagement_id, user_id, status, phases_completed)
SELECT discovery.flow_id, discovery.flow_id, m.flow_id, m.client_account_id, m.engagement_id, 'test',
  'running', '["data_import"]'
FROM migration.crewai_flow_state_extensions AS m,
  CAST(left(m.engagement_id::text, 24) || '000000000011' AS uuid) AS discovery (flow_id)
WHERE m.client_account_id IN ('11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222');
INSERT INTO migration.assets
  (id, client_account_id, engagement_id, master_flow_id, discovery_flow_id, current_phase, name, asset_type,
    hostname)
SELECT CAST(left(d.engagement_id::text, 24) || a.number AS uuid), d.client_account_id, d.engagement_id,
  d.master_flow_id, d.flow_id, 'discovery', a.name, a.asset_type, a.hostname
FROM migration.discovery_flows AS d, (VALUES
  ('000000000021', 'Orders', 'application', NULL),
  ('000000000022', 'orders-01', 'server', 'orders-01')
) AS a (number, name, asset_type, hostname)
WHERE d.client_account_id IN ('11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222');
INSERT INTO migration.asset_dependencies
  (id, client_account_id, engagement_id, source_asset_id, target_asset_id, dependency_type)
SELECT CAST(left(id::text, 24) || '000000000031' AS uuid), client_account_id, engagement_id, id,
  CAST(left(id::text, 24) || '000000000022' AS uuid), 'runtime'
FROM migration.assets
WHERE name = 'Orders'
  AND client_account_id IN ('11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222');
