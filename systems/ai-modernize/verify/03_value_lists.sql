-- Value lists and ranges, all of them CHECK constraints.

-- name: lists of values, by column, insight_type apart
-- expect: rows
--   agent_task_history_agent_type | individual crew_member
--   agent_task_history_status | pending starting running completed failed timeout
--   assessment_flows_assessment_type | technical business security
--   assessment_flows_status | initialized active running paused completed failed cancelled
--   assessments_assessment_type | technical business security compliance performance
--   assessments_risk_level | low medium high critical
--   assessments_status | pending in_progress completed reviewed approved rejected
--   asset_dependencies_dependency_type | runtime compile network data
--   asset_dependencies_direction | inbound outbound bidirectional
--   asset_dependencies_strength | weak strong critical
--   asset_phase_history_outcome | completed failed rolled_back
--   asset_phase_history_phase | discovery assessment planning execution
--   assets_asset_type | server application database network storage
--   assets_business_criticality | critical high medium low
--   assets_criticality | critical high medium low
--   assets_current_phase | discovery assessment planning execution
--   assets_environment | production staging development test dr
--   assets_migration_complexity | low medium high very_high
--   assets_migration_status | discovered assessed planned migrating migrated failed retired
--   assets_six_r_strategy | rehost replatform refactor repurchase retire retain
--   client_accounts_subscription_tier | standard professional enterprise
--   collection_flows_automation_tier | tier_1 tier_2 tier_3 tier_4
--   collection_flows_status | initialized active running paused completed failed cancelled
--   crewai_flow_state_extensions_current_phase | discovery assessment planning execution
--   crewai_flow_state_extensions_flow_status | initialized running paused completed failed deleted
--   crewai_flow_state_extensions_flow_type | master discovery assessment planning execution collection
--   data_imports_status | pending processing completed failed
--   data_retention_rules_action | delete drop_partition archive
--   discovery_flows_status | initialized active running paused completed failed cancelled
--   engagements_engagement_type | assessment migration modernization
--   engagements_priority | low medium high critical
--   engagements_status | planning active paused completed archived
--   execution_flows_status | initialized active running paused completed failed cancelled
--   import_field_mappings_status | suggested approved rejected
--   migration_waves_status | planned in_progress completed cancelled
--   planning_flows_status | initialized active running paused completed failed cancelled
--   platform_adapters_adapter_type | discovery assessment migration
--   platform_credentials_credential_type | api_key oauth2 basic_auth
--   security_audit_logs_event_category | auth access data config admin
--   security_audit_logs_result | success failure error
--   security_audit_logs_severity | INFO WARNING ERROR CRITICAL
--   sixr_decisions_strategy | rehost replatform refactor repurchase retire retain
--   user_profiles_status | PENDING_APPROVAL ACTIVE SUSPENDED REJECTED
--   user_roles_scope_type | global client engagement
SELECT replace(k.conname, '_check', ''), (
  SELECT string_agg(m[1], ' ' ORDER BY place)
  FROM regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::character varying', 'g')
    WITH ORDINALITY AS found (m, place)
)
FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
WHERE k.connamespace = 'migration'::regnamespace AND k.contype = 'c' AND NOT t.relispartition
  AND pg_get_constraintdef(k.oid) ~ '^CHECK \(\(\(\w+\)::text = ANY '
  AND k.conname <> 'agent_learning_patterns_insight_type_check'
ORDER BY k.conname COLLATE "C";

-- name: values of insight_type
-- expect: rows
--   field_mapping_suggestion
--   risk_pattern
--   optimization_opportunity
--   anomaly_detection
--   workflow_improvement
SELECT m[1]
FROM pg_constraint k
CROSS JOIN regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::character varying', 'g')
  WITH ORDINALITY AS found (m, place)
WHERE k.conname = 'agent_learning_patterns_insight_type_check'
ORDER BY place;

-- name: ranges and other rules
-- expect: rows
--   agent_learning_patterns_applied_count_check
--   agent_learning_patterns_confidence_score_check
--   agent_learning_patterns_master_flow_id_check
--   assessment_flows_phases_completed_check
--   assessment_flows_progress_percentage_check
--   asset_dependencies_confidence_score_check
--   asset_dependencies_not_self_check
--   assets_cpu_utilization_percent_check
--   assets_memory_utilization_percent_check
--   assets_migration_priority_check
--   ck_assets_has_identifier
--   collection_flows_phases_completed_check
--   collection_flows_progress_percentage_check
--   crewai_flow_state_extensions_progress_percentage_check
--   data_retention_rules_keep_days_check
--   discovery_flows_phases_completed_check
--   discovery_flows_progress_percentage_check
--   engagements_archived_at_check
--   execution_flows_cutover_window_check
--   execution_flows_phases_completed_check
--   execution_flows_progress_percentage_check
--   import_field_mappings_confidence_score_check
--   llm_model_pricing_valid_to_check
--   llm_usage_log_total_tokens_check
--   planning_flows_phases_completed_check
--   planning_flows_progress_percentage_check
--   platform_credentials_encrypted_credentials_check
--   sixr_decisions_confidence_check
--   user_roles_scope_check
SELECT k.conname
FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
WHERE k.connamespace = 'migration'::regnamespace AND k.contype = 'c' AND NOT t.relispartition
  AND pg_get_constraintdef(k.oid) !~ '^CHECK \(\(\(\w+\)::text = ANY '
ORDER BY k.conname COLLATE "C";

-- name: constraints of assets that are not called after their column
-- expect: rows
--   ck_assets_has_identifier
SELECT k.conname FROM pg_constraint k
WHERE k.conrelid = 'migration.assets'::regclass AND k.contype = 'c'
  AND NOT EXISTS (
    SELECT FROM pg_attribute a
    WHERE a.attrelid = k.conrelid AND k.conname = 'assets_' || a.attname || '_check'
  );

-- name: prices of a model that could overlap, kept away by
-- expect: rows
--   llm_model_pricing_no_overlap
SELECT k.conname FROM pg_constraint k
WHERE k.connamespace = 'migration'::regnamespace AND k.contype = 'x';
