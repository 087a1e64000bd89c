-- What development.sql puts in, counted by its own ids: rows that are added to these clients do not disturb.

-- name: rows by table
-- expect: rows
--   access_audit_log | 1
--   agent_learning_patterns | 3
--   agent_performance_daily | 1
--   agent_task_history | 3
--   application_architecture_overrides | 1
--   application_components | 2
--   assessment_flows | 1
--   assessment_learning_feedback | 1
--   assessments | 2
--   asset_dependencies | 4
--   asset_phase_history | 2
--   assets | 9
--   client_access | 2
--   client_accounts | 2
--   collection_flows | 1
--   component_treatments | 1
--   crewai_flow_state_extensions | 2
--   data_imports | 2
--   discovery_flows | 2
--   engagement_access | 1
--   engagement_architecture_standards | 1
--   engagements | 4
--   import_field_mappings | 3
--   llm_model_pricing | 2
--   llm_usage_log | 2
--   migration_waves | 2
--   planning_flows | 1
--   platform_adapters | 2
--   platform_credentials | 1
--   raw_import_records | 4
--   security_audit_logs | 2
--   sixr_decisions | 4
--   tech_debt_analysis | 1
--   user_account_associations | 5
--   user_profiles | 6
--   user_roles | 4
--   users | 6
SELECT seeded.relation, count(*)
FROM (
  SELECT 'access_audit_log' AS relation, id AS id FROM migration.access_audit_log
  UNION ALL
  SELECT 'agent_learning_patterns', id FROM migration.agent_learning_patterns
  UNION ALL
  SELECT 'agent_performance_daily', id FROM migration.agent_performance_daily
  UNION ALL
  SELECT 'agent_task_history', id FROM migration.agent_task_history
  UNION ALL
  SELECT 'application_architecture_overrides', id FROM migration.application_architecture_overrides
  UNION ALL
  SELECT 'application_components', id FROM migration.application_components
  UNION ALL
  SELECT 'assessment_flows', id FROM migration.assessment_flows
  UNION ALL
  SELECT 'assessment_learning_feedback', id FROM migration.assessment_learning_feedback
  UNION ALL
  SELECT 'assessments', id FROM migration.assessments
  UNION ALL
  SELECT 'asset_dependencies', id FROM migration.asset_dependencies
  UNION ALL
  SELECT 'asset_phase_history', id FROM migration.asset_phase_history
  UNION ALL
  SELECT 'assets', id FROM migration.assets
  UNION ALL
  SELECT 'client_access', id FROM migration.client_access
  UNION ALL
  SELECT 'client_accounts', id FROM migration.client_accounts
  UNION ALL
  SELECT 'collection_flows', id FROM migration.collection_flows
  UNION ALL
  SELECT 'component_treatments', id FROM migration.component_treatments
  UNION ALL
  SELECT 'crewai_flow_state_extensions', id FROM migration.crewai_flow_state_extensions
  UNION ALL
  SELECT 'data_imports', id FROM migration.data_imports
  UNION ALL
  SELECT 'discovery_flows', id FROM migration.discovery_flows
  UNION ALL
  SELECT 'engagement_access', id FROM migration.engagement_access
  UNION ALL
  SELECT 'engagement_architecture_standards', id FROM migration.engagement_architecture_standards
  UNION ALL
  SELECT 'engagements', id FROM migration.engagements
  UNION ALL
  SELECT 'import_field_mappings', id FROM migration.import_field_mappings
  UNION ALL
  SELECT 'llm_model_pricing', id FROM migration.llm_model_pricing
  UNION ALL
  SELECT 'llm_usage_log', id FROM migration.llm_usage_log
  UNION ALL
  SELECT 'migration_waves', id FROM migration.migration_waves
  UNION ALL
  SELECT 'planning_flows', id FROM migration.planning_flows
  UNION ALL
  SELECT 'platform_adapters', id FROM migration.platform_adapters
  UNION ALL
  SELECT 'platform_credentials', id FROM migration.platform_credentials
  UNION ALL
  SELECT 'raw_import_records', id FROM migration.raw_import_records
  UNION ALL
  SELECT 'security_audit_logs', id FROM migration.security_audit_logs
  UNION ALL
  SELECT 'sixr_decisions', id FROM migration.sixr_decisions
  UNION ALL
  SELECT 'tech_debt_analysis', id FROM migration.tech_debt_analysis
  UNION ALL
  SELECT 'user_account_associations', id FROM migration.user_account_associations
  UNION ALL
  SELECT 'user_profiles', user_id FROM migration.user_profiles
  UNION ALL
  SELECT 'user_roles', id FROM migration.user_roles
  UNION ALL
  SELECT 'users', id FROM migration.users
) AS seeded
WHERE seeded.id::text ~ '^d[012][0-9a-f]{6}-0000-4000-8000-0000000000[0-9a-f]{2}$'
GROUP BY seeded.relation ORDER BY seeded.relation;

-- name: engagements and whether they are archived
-- expect: rows
--   meridale | actuarial | t
--   meridale | claims | f
--   kestrel | office | f
--   kestrel | plants | f
SELECT c.slug, e.slug, e.archived_at IS NOT NULL
FROM migration.engagements AS e JOIN migration.client_accounts AS c ON c.id = e.client_account_id
WHERE e.id IN (
  'd1100000-0000-4000-8000-000000000001', 'd1200000-0000-4000-8000-000000000001',
  'd2100000-0000-4000-8000-000000000001', 'd2200000-0000-4000-8000-000000000001')
ORDER BY e.client_account_id, e.slug;

-- name: how the masters stand
-- expect: rows
--   Claims platform | running | assessment | 40
--   Plant systems | running | discovery | 12.5
SELECT flow_name, flow_status, current_phase, progress_percentage
FROM migration.crewai_flow_state_extensions
WHERE flow_id IN ('d1100000-0000-4000-8000-000000000010', 'd2100000-0000-4000-8000-000000000010')
ORDER BY flow_name;

-- name: strategies that were decided
-- expect: rows
--   Actuarial workbench | retain
--   Claims handling | replatform
--   Fax gateway | retire
SELECT name, six_r_strategy FROM migration.assets
WHERE six_r_strategy IS NOT NULL AND id::text ~ '^d[012][0-9a-f]{6}-0000-4000-8000-0000000000[0-9a-f]{2}$'
ORDER BY name;

-- name: the person who waits for approval
-- expect: PENDING_APPROVAL | 0
SELECT status, cardinality(allowed_clients) FROM migration.find_login('sam@kestrel.example.com');

-- name: secrets are digests and ciphertext
-- expect: 0
SELECT (SELECT count(*) FROM migration.users
    WHERE id BETWEEN 'd0000000-0000-4000-8000-000000000011' AND 'd0000000-0000-4000-8000-000000000016'
      AND password_hash !~ '^[0-9a-f]{64}$')
  + (SELECT count(*) FROM migration.platform_credentials
    WHERE id = 'd1000000-0000-4000-8000-0000000000a3' AND octet_length(encrypted_credentials) < 64);
