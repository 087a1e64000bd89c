-- Two companies on their way to the cloud. Meridale Insurance moves its claims platform: discovery is done
-- and the assessment runs; an older engagement is archived. Kestrel Foods has begun to discover its plants,
-- and plans the move of its head office. Ids begin with d0 (people and what all share), d1 (Meridale) or d2
-- (Kestrel); d11 and d12, d21 and d22 are the engagements.

INSERT INTO migration.client_accounts
  (id, name, slug, industry, company_size, headquarters_location, primary_contact_name, primary_contact_email,
    timezone, subscription_tier, max_users, max_engagements, business_objectives)
VALUES
  ('d1000000-0000-4000-8000-000000000001', 'Meridale Insurance', 'meridale', 'insurance', '1000-5000',
    'Leeds', 'Nora Lind', 'nora@meridale.example.com', 'Europe/London', 'professional', 10, 5,
    '{"primary_goals": ["leave the data centre by 2027"], "timeframe": "18 months",
      "success_metrics": ["run cost down by 20 percent"],
      "constraints": ["claims data stays in the country"]}'),
  ('d2000000-0000-4000-8000-000000000001', 'Kestrel Foods', 'kestrel', 'food', '500-1000', 'Aarhus',
    'Petra Holm', 'petra@kestrel.example.com', 'Europe/Copenhagen', 'standard', 5, 3,
    '{"primary_goals": ["one view of all plants"], "timeframe": "12 months", "success_metrics": [],
      "constraints": ["no downtime during harvest"]}');

-- Digests of invented passwords. Olga runs the platform, Aiko advises both clients, Sam waits for approval.
INSERT INTO migration.users
  (id, email, password_hash, first_name, last_name, is_verified, is_admin, default_client_id)
VALUES
  ('d0000000-0000-4000-8000-000000000011', 'nora@meridale.example.com',
    encode(sha256('invented password of Nora'), 'hex'), 'Nora', 'Lind', true, false,
    'd1000000-0000-4000-8000-000000000001'),
  ('d0000000-0000-4000-8000-000000000012', 'tomas@meridale.example.com',
    encode(sha256('invented password of Tomas'), 'hex'), 'Tomas', 'Rey', true, false,
    'd1000000-0000-4000-8000-000000000001'),
  ('d0000000-0000-4000-8000-000000000013', 'aiko@advisers.example.org',
    encode(sha256('invented password of Aiko'), 'hex'), 'Aiko', 'Brandt', true, false, NULL),
  ('d0000000-0000-4000-8000-000000000014', 'petra@kestrel.example.com',
    encode(sha256('invented password of Petra'), 'hex'), 'Petra', 'Holm', true, false,
    'd2000000-0000-4000-8000-000000000001'),
  ('d0000000-0000-4000-8000-000000000015', 'olga@platform.example.org',
    encode(sha256('invented password of Olga'), 'hex'), 'Olga', 'Marsh', true, true, NULL),
  ('d0000000-0000-4000-8000-000000000016', 'sam@kestrel.example.com', NULL, 'Sam', 'Oke', false, false, NULL);

INSERT INTO migration.user_profiles
  (user_id, status, approved_at, approved_by, organization, role_description, registration_reason)
VALUES
  ('d0000000-0000-4000-8000-000000000011', 'ACTIVE', now() - interval '90 days',
    'd0000000-0000-4000-8000-000000000015', 'Meridale Insurance', 'Programme lead', NULL),
  ('d0000000-0000-4000-8000-000000000012', 'ACTIVE', now() - interval '80 days',
    'd0000000-0000-4000-8000-000000000015', 'Meridale Insurance', 'Infrastructure analyst', NULL),
  ('d0000000-0000-4000-8000-000000000013', 'ACTIVE', now() - interval '85 days',
    'd0000000-0000-4000-8000-000000000015', 'Brandt Advisers', 'Migration architect', NULL),
  ('d0000000-0000-4000-8000-000000000014', 'ACTIVE', now() - interval '30 days',
    'd0000000-0000-4000-8000-000000000015', 'Kestrel Foods', 'Head of plant systems', NULL),
  ('d0000000-0000-4000-8000-000000000015', 'ACTIVE', now() - interval '200 days', NULL, 'The platform',
    'Operations', NULL),
  ('d0000000-0000-4000-8000-000000000016', 'PENDING_APPROVAL', NULL, NULL, 'Kestrel Foods',
    'Plant engineer', 'I know the cold stores');

-- Archived only at the end of this file: an archived engagement takes no rows.
INSERT INTO migration.engagements
  (id, client_account_id, name, slug, engagement_type, status, priority, start_date, target_completion_date,
    engagement_lead_id, description)
VALUES
  ('d1100000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001', 'Claims platform',
    'claims', 'migration', 'active', 'high', now() - interval '80 days', now() + interval '400 days',
    'd0000000-0000-4000-8000-000000000011', 'Claims handling, documents and payments'),
  ('d1200000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001', 'Actuarial workbench',
    'actuarial', 'assessment', 'completed', 'low', now() - interval '300 days', now() - interval '120 days',
    'd0000000-0000-4000-8000-000000000013', 'Assessed, and left where it is'),
  ('d2100000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001', 'Plant systems', 'plants',
    'modernization', 'active', 'critical', now() - interval '20 days', now() + interval '300 days',
    'd0000000-0000-4000-8000-000000000014', 'Recipes, cold stores and quality records of three plants'),
  ('d2200000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001', 'Head office move',
    'office', 'migration', 'planning', 'medium', NULL, NULL, 'd0000000-0000-4000-8000-000000000014', NULL);

INSERT INTO migration.user_account_associations (id, user_id, client_account_id, role) VALUES
  ('d1000000-0000-4000-8000-000000000011', 'd0000000-0000-4000-8000-000000000011',
    'd1000000-0000-4000-8000-000000000001', 'lead'),
  ('d1000000-0000-4000-8000-000000000012', 'd0000000-0000-4000-8000-000000000012',
    'd1000000-0000-4000-8000-000000000001', 'analyst'),
  ('d1000000-0000-4000-8000-000000000013', 'd0000000-0000-4000-8000-000000000013',
    'd1000000-0000-4000-8000-000000000001', 'adviser'),
  ('d2000000-0000-4000-8000-000000000013', 'd0000000-0000-4000-8000-000000000013',
    'd2000000-0000-4000-8000-000000000001', 'adviser'),
  ('d2000000-0000-4000-8000-000000000014', 'd0000000-0000-4000-8000-000000000014',
    'd2000000-0000-4000-8000-000000000001', 'lead');

-- Tomas was deputy for a week; that role is past.
INSERT INTO migration.user_roles
  (id, user_id, role_type, role_name, scope_type, scope_client_id, scope_engagement_id, assigned_by,
    expires_at)
VALUES
  ('d1000000-0000-4000-8000-000000000021', 'd0000000-0000-4000-8000-000000000011', 'client_admin',
    'Client administrator', 'client', 'd1000000-0000-4000-8000-000000000001', NULL,
    'd0000000-0000-4000-8000-000000000015', NULL),
  ('d1000000-0000-4000-8000-000000000022', 'd0000000-0000-4000-8000-000000000012', 'client_admin',
    'Deputy', 'client', 'd1000000-0000-4000-8000-000000000001', NULL,
    'd0000000-0000-4000-8000-000000000011', now() - interval '10 days'),
  ('d1000000-0000-4000-8000-000000000023', 'd0000000-0000-4000-8000-000000000013', 'architect',
    'Architect of the claims platform', 'engagement', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000011', NULL),
  ('d2000000-0000-4000-8000-000000000024', 'd0000000-0000-4000-8000-000000000014', 'client_admin',
    'Client administrator', 'client', 'd2000000-0000-4000-8000-000000000001', NULL,
    'd0000000-0000-4000-8000-000000000015', NULL);

INSERT INTO migration.client_access
  (id, user_profile_id, client_account_id, access_level, granted_by, expires_at)
VALUES
  ('d1000000-0000-4000-8000-000000000031', 'd0000000-0000-4000-8000-000000000013',
    'd1000000-0000-4000-8000-000000000001', 'READ_WRITE', 'd0000000-0000-4000-8000-000000000011',
    now() + interval '365 days'),
  ('d2000000-0000-4000-8000-000000000032', 'd0000000-0000-4000-8000-000000000013',
    'd2000000-0000-4000-8000-000000000001', 'READ_ONLY', 'd0000000-0000-4000-8000-000000000014',
    now() + interval '180 days');
INSERT INTO migration.engagement_access
  (id, client_account_id, engagement_id, user_profile_id, access_level, engagement_role, granted_by)
VALUES
  ('d1100000-0000-4000-8000-000000000033', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000012', 'READ_WRITE', 'analyst',
    'd0000000-0000-4000-8000-000000000011');

-- Flows: a master per programme, and the flows of the phases that have begun.
INSERT INTO migration.crewai_flow_state_extensions
  (id, flow_id, client_account_id, engagement_id, user_id, flow_type, flow_name)
VALUES
  ('d1100000-0000-4000-8000-000000000010', 'd1100000-0000-4000-8000-000000000010',
    'd1000000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000001',
    'd0000000-0000-4000-8000-000000000011', 'master', 'Claims platform'),
  ('d2100000-0000-4000-8000-000000000010', 'd2100000-0000-4000-8000-000000000010',
    'd2000000-0000-4000-8000-000000000001', 'd2100000-0000-4000-8000-000000000001',
    'd0000000-0000-4000-8000-000000000014', 'master', 'Plant systems');

INSERT INTO migration.data_imports
  (id, client_account_id, engagement_id, master_flow_id, import_name, import_type, filename, source_system,
    status, progress_percentage, total_records, processed_records, failed_records, imported_by)
VALUES
  ('d1100000-0000-4000-8000-000000000041', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000010',
    'Servers of the data centre', 'cmdb', 'cmdb-export.csv', 'inventory', 'completed', 100, 3, 2, 1,
    'd0000000-0000-4000-8000-000000000012'),
  ('d2100000-0000-4000-8000-000000000041', 'd2000000-0000-4000-8000-000000000001',
    'd2100000-0000-4000-8000-000000000001', 'd2100000-0000-4000-8000-000000000010', 'Plant equipment',
    'spreadsheet', 'plants.xlsx', NULL, 'processing', 50, 2, 1, 0, 'd0000000-0000-4000-8000-000000000014');

INSERT INTO migration.discovery_flows
  (id, flow_id, master_flow_id, client_account_id, engagement_id, user_id, flow_name, status,
    phases_completed, data_import_id, assessment_ready, discovered_assets_count)
VALUES
  ('d1100000-0000-4000-8000-000000000011', 'd1100000-0000-4000-8000-000000000011',
    'd1100000-0000-4000-8000-000000000010', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000012', 'Discover claims',
    'completed',
    '["data_import", "attribute_mapping", "data_cleansing", "inventory", "dependencies", "tech_debt"]',
    'd1100000-0000-4000-8000-000000000041', true, 6),
  ('d2100000-0000-4000-8000-000000000011', 'd2100000-0000-4000-8000-000000000011',
    'd2100000-0000-4000-8000-000000000010', 'd2000000-0000-4000-8000-000000000001',
    'd2100000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000014', 'Discover plants',
    'running', '["data_import", "attribute_mapping", "data_cleansing"]',
    'd2100000-0000-4000-8000-000000000041', false, 2);
INSERT INTO migration.assessment_flows
  (id, flow_id, master_flow_id, client_account_id, engagement_id, user_id, flow_name, status,
    progress_percentage, discovery_flow_id, assessment_type, technical_debt_score, readiness_score)
VALUES
  ('d1100000-0000-4000-8000-000000000012', 'd1100000-0000-4000-8000-000000000012',
    'd1100000-0000-4000-8000-000000000010', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000013', 'Assess claims',
    'running', 60, 'd1100000-0000-4000-8000-000000000011', 'technical', 42, 71);
INSERT INTO migration.planning_flows
  (id, flow_id, master_flow_id, client_account_id, engagement_id, user_id, flow_name, assessment_flow_id,
    planning_horizon_months)
VALUES
  ('d1100000-0000-4000-8000-000000000013', 'd1100000-0000-4000-8000-000000000013',
    'd1100000-0000-4000-8000-000000000010', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000011', 'Plan claims',
    'd1100000-0000-4000-8000-000000000012', 18);
INSERT INTO migration.collection_flows
  (id, flow_id, master_flow_id, client_account_id, engagement_id, user_id, flow_name, status,
    progress_percentage, discovery_flow_id, automation_tier, total_items_collected)
VALUES
  ('d2100000-0000-4000-8000-000000000015', 'd2100000-0000-4000-8000-000000000015',
    'd2100000-0000-4000-8000-000000000010', 'd2000000-0000-4000-8000-000000000001',
    'd2100000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000014',
    'Collect from the cold stores', 'running', 30, 'd2100000-0000-4000-8000-000000000011', 'tier_2', 120);

INSERT INTO migration.migration_waves
  (id, client_account_id, engagement_id, wave_number, name, planned_start_date, planned_end_date,
    total_assets, estimated_cost)
VALUES
  ('d1100000-0000-4000-8000-000000000051', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 1, 'Documents', now() + interval '60 days',
    now() + interval '75 days', 2, 18000),
  ('d1100000-0000-4000-8000-000000000052', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 2, 'Claims core', now() + interval '120 days',
    now() + interval '150 days', 3, 95000);

INSERT INTO migration.assets
  (id, client_account_id, engagement_id, master_flow_id, discovery_flow_id, current_phase, name, asset_type,
    hostname, ip_address, environment, operating_system, cpu_cores, memory_gb, technology_stack, criticality,
    migration_status, wave_id, current_monthly_cost)
VALUES
  ('d1100000-0000-4000-8000-000000000061', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000010',
    'd1100000-0000-4000-8000-000000000011', 'assessment', 'Claims handling', 'application', NULL, NULL,
    'production', NULL, NULL, NULL, '["java", "tomcat"]', 'critical', 'assessed',
    'd1100000-0000-4000-8000-000000000052', 5200),
  ('d1100000-0000-4000-8000-000000000062', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000010',
    'd1100000-0000-4000-8000-000000000011', 'discovery', 'claims-app-01', 'server', 'claims-app-01',
    '192.0.2.11', 'production', 'Linux', 16, 64, '["tomcat"]', 'high', 'discovered',
    'd1100000-0000-4000-8000-000000000052', 640),
  ('d1100000-0000-4000-8000-000000000063', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000010',
    'd1100000-0000-4000-8000-000000000011', 'discovery', 'claims-db', 'database', 'claims-db-01',
    '192.0.2.12', 'production', 'Linux', 32, 256, '["postgresql"]', 'critical', 'discovered',
    'd1100000-0000-4000-8000-000000000052', 2100),
  ('d1100000-0000-4000-8000-000000000064', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000010',
    'd1100000-0000-4000-8000-000000000011', 'discovery', 'Documents', 'application', NULL, NULL, 'production',
    NULL, NULL, NULL, '["php"]', 'medium', 'discovered', 'd1100000-0000-4000-8000-000000000051', 900),
  ('d1100000-0000-4000-8000-000000000065', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000010',
    'd1100000-0000-4000-8000-000000000011', 'discovery', 'document-store', 'storage', 'nas-02', '192.0.2.20',
    'production', NULL, NULL, NULL, '[]', 'medium', 'discovered', 'd1100000-0000-4000-8000-000000000051',
    450),
  ('d1100000-0000-4000-8000-000000000066', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', NULL, NULL, NULL, 'Fax gateway', 'application', 'fax-01', NULL,
    'production', 'Windows', 2, 4, '["vendor"]', 'low', 'discovered', NULL, 80),
  ('d1200000-0000-4000-8000-000000000061', 'd1000000-0000-4000-8000-000000000001',
    'd1200000-0000-4000-8000-000000000001', NULL, NULL, NULL, 'Actuarial workbench', 'application', NULL,
    NULL, 'production', NULL, NULL, NULL, '["r"]', 'low', 'assessed', NULL, 300),
  ('d2100000-0000-4000-8000-000000000061', 'd2000000-0000-4000-8000-000000000001',
    'd2100000-0000-4000-8000-000000000001', 'd2100000-0000-4000-8000-000000000010',
    'd2100000-0000-4000-8000-000000000011', 'discovery', 'Recipes', 'application', NULL, NULL, 'production',
    NULL, NULL, NULL, '["dotnet"]', 'critical', 'discovered', NULL, 1500),
  ('d2100000-0000-4000-8000-000000000062', 'd2000000-0000-4000-8000-000000000001',
    'd2100000-0000-4000-8000-000000000001', 'd2100000-0000-4000-8000-000000000010',
    'd2100000-0000-4000-8000-000000000011', 'discovery', 'cold-store-plc', 'network', 'plc-gw-1',
    '192.0.2.11', 'production', NULL, NULL, NULL, '[]', 'high', 'discovered', NULL, NULL);

INSERT INTO migration.asset_dependencies
  (id, client_account_id, engagement_id, source_asset_id, target_asset_id, dependency_type, strength,
    discovered_by, confidence_score)
VALUES
  ('d1100000-0000-4000-8000-000000000071', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000061',
    'd1100000-0000-4000-8000-000000000062', 'runtime', 'critical', 'dependency_agent', 0.98),
  ('d1100000-0000-4000-8000-000000000072', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000061',
    'd1100000-0000-4000-8000-000000000063', 'data', 'critical', 'dependency_agent', 0.95),
  ('d1100000-0000-4000-8000-000000000073', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000064',
    'd1100000-0000-4000-8000-000000000065', 'data', 'strong', 'dependency_agent', 0.9),
  ('d2100000-0000-4000-8000-000000000071', 'd2000000-0000-4000-8000-000000000001',
    'd2100000-0000-4000-8000-000000000001', 'd2100000-0000-4000-8000-000000000061',
    'd2100000-0000-4000-8000-000000000062', 'network', 'weak', 'dependency_agent', 0.6);

-- Claims handling went from discovery to assessment, where it still is.
INSERT INTO migration.asset_phase_history
  (id, client_account_id, engagement_id, asset_id, phase, flow_id, entered_at, left_at, outcome, snapshot)
SELECT 'd1100000-0000-4000-8000-000000000074'::uuid, client_account_id, engagement_id, id, 'discovery',
  discovery_flow_id, now() - interval '70 days', now() - interval '20 days', 'completed',
  to_jsonb(assets) || '{"current_phase": null, "discovery_flow_id": null, "migration_status": "discovered"}'
FROM migration.assets WHERE id = 'd1100000-0000-4000-8000-000000000061'
UNION ALL
SELECT 'd1100000-0000-4000-8000-000000000075', client_account_id, engagement_id, id, 'assessment',
  'd1100000-0000-4000-8000-000000000012', now() - interval '20 days', NULL, NULL,
  to_jsonb(assets) || '{"current_phase": "discovery", "migration_status": "discovered"}'
FROM migration.assets WHERE id = 'd1100000-0000-4000-8000-000000000061';
UPDATE migration.assets SET assessment_flow_id = 'd1100000-0000-4000-8000-000000000012',
  flow_id = 'd1100000-0000-4000-8000-000000000012', source_phase = 'discovery'
WHERE id = 'd1100000-0000-4000-8000-000000000061';

INSERT INTO migration.raw_import_records
  (id, client_account_id, engagement_id, master_flow_id, data_import_id, row_number, raw_data, is_processed,
    is_valid, validation_errors, asset_id)
VALUES
  ('d1100000-0000-4000-8000-000000000081', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000010',
    'd1100000-0000-4000-8000-000000000041', 1, '{"Host": "claims-app-01", "RAM": "64"}', true, true, NULL,
    'd1100000-0000-4000-8000-000000000062'),
  ('d1100000-0000-4000-8000-000000000082', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000010',
    'd1100000-0000-4000-8000-000000000041', 2, '{"Host": "claims-db-01", "RAM": "256"}', true, true, NULL,
    'd1100000-0000-4000-8000-000000000063'),
  ('d1100000-0000-4000-8000-000000000083', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000010',
    'd1100000-0000-4000-8000-000000000041', 3, '{"Host": "", "RAM": "lots"}', true, false,
    '["no host", "RAM is no number"]', NULL),
  ('d2100000-0000-4000-8000-000000000081', 'd2000000-0000-4000-8000-000000000001',
    'd2100000-0000-4000-8000-000000000001', 'd2100000-0000-4000-8000-000000000010',
    'd2100000-0000-4000-8000-000000000041', 1, '{"Device": "plc-gw-1"}', true, true, NULL,
    'd2100000-0000-4000-8000-000000000062');
INSERT INTO migration.import_field_mappings
  (id, client_account_id, engagement_id, master_flow_id, data_import_id, source_field, target_field,
    match_type, confidence_score, status, approved_by, approved_at)
VALUES
  ('d1100000-0000-4000-8000-000000000084', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000010',
    'd1100000-0000-4000-8000-000000000041', 'Host', 'hostname', 'direct', 0.99, 'approved', 'Tomas Rey',
    now() - interval '72 days'),
  ('d1100000-0000-4000-8000-000000000085', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000010',
    'd1100000-0000-4000-8000-000000000041', 'RAM', 'memory_gb', 'inferred', 0.83, 'approved', 'Tomas Rey',
    now() - interval '72 days'),
  ('d2100000-0000-4000-8000-000000000084', 'd2000000-0000-4000-8000-000000000001',
    'd2100000-0000-4000-8000-000000000001', 'd2100000-0000-4000-8000-000000000010',
    'd2100000-0000-4000-8000-000000000041', 'Device', 'hostname', 'inferred', 0.61, 'suggested', NULL, NULL);

-- Assessment. The second decision about the claims handling supersedes the first.
INSERT INTO migration.assessments
  (id, client_account_id, engagement_id, master_flow_id, assessment_type, status, risk_level, summary)
VALUES
  ('d1100000-0000-4000-8000-000000000091', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000010', 'technical',
    'in_progress', 'medium', 'Two runtimes are out of support'),
  ('d1200000-0000-4000-8000-000000000091', 'd1000000-0000-4000-8000-000000000001',
    'd1200000-0000-4000-8000-000000000001', NULL, 'business', 'approved', 'low', 'Not worth a move');
INSERT INTO migration.engagement_architecture_standards
  (id, client_account_id, engagement_id, requirement_type, description, supported_versions)
VALUES
  ('d1100000-0000-4000-8000-000000000092', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'java', 'A runtime with long-term support', '["17", "21"]');
INSERT INTO migration.application_architecture_overrides
  (id, client_account_id, engagement_id, assessment_flow_id, application_id, standard_id, override_type,
    rationale, approved_by)
VALUES
  ('d1100000-0000-4000-8000-000000000093', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000012',
    'd1100000-0000-4000-8000-000000000061', 'd1100000-0000-4000-8000-000000000092', 'exception',
    'Stays on 11 until its rules engine is replaced', 'Aiko Brandt');
INSERT INTO migration.application_components
  (id, client_account_id, engagement_id, asset_id, component_name, component_type)
VALUES
  ('d1100000-0000-4000-8000-000000000094', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000061', 'Rules engine',
    'library'),
  ('d1100000-0000-4000-8000-000000000095', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000061', 'Web front end',
    'frontend');
INSERT INTO migration.component_treatments
  (id, client_account_id, engagement_id, component_id, treatment_type)
VALUES
  ('d1100000-0000-4000-8000-000000000096', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000094', 'replace');
INSERT INTO migration.tech_debt_analysis
  (id, client_account_id, engagement_id, asset_id, analysis_type, severity, debt_score)
VALUES
  ('d1100000-0000-4000-8000-000000000097', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000061', 'runtime', 'high', 68);
INSERT INTO migration.sixr_decisions
  (id, client_account_id, engagement_id, asset_id, assessment_flow_id, strategy, confidence, rationale,
    decided_by)
VALUES
  ('d1100000-0000-4000-8000-000000000098', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000061',
    'd1100000-0000-4000-8000-000000000012', 'rehost', 0.55, 'Quickest', NULL);
INSERT INTO migration.sixr_decisions
  (id, client_account_id, engagement_id, asset_id, assessment_flow_id, strategy, confidence, rationale,
    decided_by)
VALUES
  ('d1100000-0000-4000-8000-000000000099', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000061',
    'd1100000-0000-4000-8000-000000000012', 'replatform', 0.8, 'Its runtime must change anyway',
    'd0000000-0000-4000-8000-000000000013'),
  ('d1100000-0000-4000-8000-00000000009a', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000066',
    'd1100000-0000-4000-8000-000000000012', 'retire', 0.97, 'Eleven faxes last year',
    'd0000000-0000-4000-8000-000000000011'),
  ('d1200000-0000-4000-8000-00000000009b', 'd1000000-0000-4000-8000-000000000001',
    'd1200000-0000-4000-8000-000000000001', 'd1200000-0000-4000-8000-000000000061', NULL, 'retain', 0.9,
    'Not worth a move', 'd0000000-0000-4000-8000-000000000013');
INSERT INTO migration.assessment_learning_feedback
  (id, client_account_id, engagement_id, decision_id, feedback_type, feedback_data)
VALUES
  ('d1100000-0000-4000-8000-00000000009c', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000098', 'overruled',
    '{"missed": "runtime out of support"}');

-- What all tenants share, and a credential: made-up bytes in place of ciphertext.
INSERT INTO migration.platform_adapters (id, adapter_name, adapter_type, version, supported_platforms) VALUES
  ('d0000000-0000-4000-8000-0000000000a1', 'Inventory reader', 'discovery', '2.1', '["linux", "windows"]'),
  ('d0000000-0000-4000-8000-0000000000a2', 'Image mover', 'migration', '1.4', '["vmware"]');
INSERT INTO migration.platform_credentials
  (id, client_account_id, platform_adapter_id, credential_name, credential_type, encrypted_credentials,
    encryption_key_id, created_by)
VALUES
  ('d1000000-0000-4000-8000-0000000000a3', 'd1000000-0000-4000-8000-000000000001',
    'd0000000-0000-4000-8000-0000000000a1', 'Data centre, read only', 'basic_auth',
    sha512('invented, no ciphertext'), 'key-2026-01', 'd0000000-0000-4000-8000-000000000012');
INSERT INTO migration.llm_model_pricing
  (id, provider, model, input_cost_per_1k, output_cost_per_1k, valid_from, valid_to)
VALUES
  ('d0000000-0000-4000-8000-0000000000a4', 'example', 'planner', 0.0030, 0.0150, '2025-01-01 00:00+00',
    '2026-01-01 00:00+00'),
  ('d0000000-0000-4000-8000-0000000000a5', 'example', 'planner', 0.0025, 0.0100, '2026-01-01 00:00+00', NULL);

-- Agents at work, and what they cost.
INSERT INTO migration.agent_task_history
  (id, client_account_id, engagement_id, flow_id, master_flow_id, flow_type, agent_name, agent_type, task_id,
    task_name, status, success, error_message, duration_seconds, tokens_used, api_calls_made, created_at)
VALUES
  ('d1100000-0000-4000-8000-0000000000b1', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000012',
    'd1100000-0000-4000-8000-000000000010', 'assessment', 'risk_analyst', 'crew_member', 'risk-1',
    'Rate the claims handling', 'timeout', false, 'no answer in 120 s', 120, 0, 1,
    now() - interval '26 hours'),
  ('d1100000-0000-4000-8000-0000000000b2', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000012',
    'd1100000-0000-4000-8000-000000000010', 'assessment', 'risk_analyst', 'crew_member', 'risk-1',
    'Rate the claims handling', 'completed', true, NULL, 34.5, 3000, 2, now() - interval '25 hours'),
  ('d2100000-0000-4000-8000-0000000000b1', 'd2000000-0000-4000-8000-000000000001',
    'd2100000-0000-4000-8000-000000000001', 'd2100000-0000-4000-8000-000000000011',
    'd2100000-0000-4000-8000-000000000010', 'discovery', 'field_mapper', 'individual', 'map-1',
    'Map the fields of plants.xlsx', 'running', NULL, NULL, NULL, NULL, NULL, now() - interval '2 minutes');
INSERT INTO migration.llm_usage_log
  (id, client_account_id, engagement_id, flow_id, task_id, provider, model, prompt_tokens, completion_tokens,
    total_tokens, prompt_cost, completion_cost, total_cost, latency_ms, status_code, created_at)
VALUES
  ('d1100000-0000-4000-8000-0000000000b3', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000012', 'risk-1', 'example',
    'planner', 2400, 600, 3000, 0.006, 0.006, 0.012, 8200, 200, now() - interval '25 hours'),
  ('d2100000-0000-4000-8000-0000000000b3', 'd2000000-0000-4000-8000-000000000001',
    'd2100000-0000-4000-8000-000000000001', 'd2100000-0000-4000-8000-000000000011', 'map-1', 'example',
    'planner', 800, 200, 1000, 0.002, 0.002, 0.004, 3100, 200, now() - interval '1 minute');
INSERT INTO migration.agent_performance_daily
  (id, client_account_id, engagement_id, date, agent_name, flow_type, total_tasks, successful_tasks,
    failed_tasks, avg_duration_seconds, total_tokens_used, total_api_calls, total_cost, error_rate,
    retry_rate)
VALUES
  ('d1100000-0000-4000-8000-0000000000b4', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', '2026-01-15', 'dependency_agent', 'discovery', 12, 11, 1, 22.4,
    41000, 15, 0.1840, 0.0833, 0);

-- Embeddings that no model made: the first three components say how much a pattern is about field names, risk
-- and cost, the other 1533 are zero.
INSERT INTO migration.agent_learning_patterns
  (id, client_account_id, engagement_id, master_flow_id, insight_type, embedding, raw_evidence,
    confidence_score, discovered_by, validated, applied_count, success_rate)
VALUES
  ('d1100000-0000-4000-8000-0000000000b5', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000010',
    'field_mapping_suggestion',
    (ARRAY[1, 0, 0] || array_fill(0, ARRAY[1533]))::vector, '{"from": "RAM", "to": "memory_gb"}', 0.93,
    'field_mapper', true, 4, 1),
  ('d1000000-0000-4000-8000-0000000000b6', 'd1000000-0000-4000-8000-000000000001', NULL, NULL, 'risk_pattern',
    (ARRAY[0, 1, 0.3] || array_fill(0::numeric, ARRAY[1533]))::vector,
    '{"sign": "runtime out of support", "risk": "high"}', 0.88, 'risk_analyst', true, 2, 0.5),
  ('d2100000-0000-4000-8000-0000000000b5', 'd2000000-0000-4000-8000-000000000001',
    'd2100000-0000-4000-8000-000000000001', NULL, 'field_mapping_suggestion',
    (ARRAY[1, 0, 0] || array_fill(0, ARRAY[1533]))::vector, '{"from": "Device", "to": "hostname"}', 0.61,
    'field_mapper', false, 0, NULL);

INSERT INTO migration.security_audit_logs
  (id, client_account_id, engagement_id, event_type, event_category, severity, actor_user_id, actor_email,
    action, result, description, is_suspicious, requires_review, created_at)
VALUES
  ('d1000000-0000-4000-8000-0000000000c1', 'd1000000-0000-4000-8000-000000000001', NULL, 'login_failed',
    'auth', 'WARNING', 'd0000000-0000-4000-8000-000000000012', 'tomas@meridale.example.com', 'login',
    'failure', 'Five wrong passwords in a minute', true, true, now() - interval '3 days'),
  ('d1100000-0000-4000-8000-0000000000c2', 'd1000000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'export', 'data', 'INFO', 'd0000000-0000-4000-8000-000000000013',
    'aiko@advisers.example.org', 'export assets', 'success', 'Six assets exported', false, false,
    now() - interval '1 day');
INSERT INTO migration.access_audit_log
  (id, user_id, action_type, resource_type, resource_id, client_account_id, engagement_id, result, reason)
VALUES
  ('d2100000-0000-4000-8000-0000000000c3', 'd0000000-0000-4000-8000-000000000013', 'update', 'asset',
    'd2100000-0000-4000-8000-000000000061', 'd2000000-0000-4000-8000-000000000001',
    'd2100000-0000-4000-8000-000000000001', 'denied', 'access is read only');

UPDATE migration.engagements SET status = 'archived', archived_at = now() - interval '110 days'
WHERE id = 'd1200000-0000-4000-8000-000000000001';
