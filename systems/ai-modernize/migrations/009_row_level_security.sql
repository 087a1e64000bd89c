-- Purpose: the fence between tenants, and what each role may do.
-- Decisions:
--   36 policies, one on each table of tenants, all called tenant_isolation, for all verbs, to
--   application_role and reporting_role. The other three tables are catalogues for all tenants, and
--   read-only to both.
--   A row is seen when its client is the client of the context and, when the context names an engagement, its
--   engagement is that one. Where the column may be null, rows without an engagement belong to the whole
--   client. The helpers are wrapped in SELECT, so that they run once per statement and not once per row.
--   Row security is forced: it binds migration_owner, too. platform_admin_role and migration_definer pass it
--   by BYPASSRLS instead of by more policies. application_role is no member of either.
--   Partitions have row security on and forced, and no policy and no grant: rows are reached through the
--   parent, whose policy counts, and a careless grant on a partition shows nothing.
--   People, their roles and associations are written by platform_admin_role: an application that could
--   associate any user with its client could take people of others over.

SET LOCAL search_path = migration, public;

-- Tables with both tenant columns.
DO $$
DECLARE
  relation text;
  fence constant text :=
    'client_account_id = (SELECT migration.current_client_id()) '
    'AND engagement_id = coalesce((SELECT migration.current_engagement_id()), engagement_id)';
BEGIN
  FOREACH relation IN ARRAY ARRAY[
    'engagement_access', 'crewai_flow_state_extensions', 'discovery_flows', 'assessment_flows',
    'planning_flows', 'execution_flows', 'data_imports', 'raw_import_records', 'import_field_mappings',
    'migration_waves', 'assets', 'asset_dependencies', 'asset_phase_history', 'assessments',
    'engagement_architecture_standards', 'application_architecture_overrides', 'application_components',
    'component_treatments', 'tech_debt_analysis', 'sixr_decisions', 'assessment_learning_feedback',
    'collection_flows', 'agent_task_history', 'agent_performance_daily', 'llm_usage_log'
  ] LOOP
    EXECUTE format('ALTER TABLE migration.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('DROP POLICY IF EXISTS tenant_isolation ON migration.%I', relation);
    EXECUTE format(
      'CREATE POLICY tenant_isolation ON migration.%I FOR ALL TO application_role, reporting_role '
      'USING (%s) WITH CHECK (%2$s)', relation, fence
    );
  END LOOP;
END
$$;

-- The rest: engagement null or absent, or the client known by another column. The expression of each table.
DO $$
DECLARE
  exception record;
  client constant text := '(SELECT migration.current_client_id())';
  engagement constant text := '(SELECT migration.current_engagement_id())';
  -- Null-safe both ways: no engagement in the context, or none in the row.
  loose constant text := format(
    'client_account_id = %s AND coalesce(engagement_id = %s, true)', client, engagement
  );
  people constant text := format(
    'IN (SELECT a.user_id FROM migration.user_account_associations a WHERE a.client_account_id = %s)', client
  );
BEGIN
  FOR exception IN
    SELECT * FROM (VALUES
      ('client_accounts', format('id = %s', client)),
      ('engagements', format('client_account_id = %s AND id = coalesce(%s, id)', client, engagement)),
      ('user_account_associations', format('client_account_id = %s', client)),
      ('client_access', format('client_account_id = %s', client)),
      ('platform_credentials', format('client_account_id = %s', client)),
      ('users', 'id ' || people),
      ('user_profiles', 'user_id ' || people),
      ('user_roles', format('user_id %s AND coalesce(scope_client_id = %s, scope_client_id IS NULL)',
        people, client)),
      ('agent_learning_patterns', loose),
      ('security_audit_logs', loose),
      ('access_audit_log', loose)
    ) AS fence (relation, expression)
  LOOP
    EXECUTE format(
      'ALTER TABLE migration.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', exception.relation
    );
    EXECUTE format('DROP POLICY IF EXISTS tenant_isolation ON migration.%I', exception.relation);
    EXECUTE format(
      'CREATE POLICY tenant_isolation ON migration.%I FOR ALL TO application_role, reporting_role '
      'USING (%s) WITH CHECK (%2$s)', exception.relation, exception.expression
    );
  END LOOP;
END
$$;

-- Partitions, however many there are by now.
DO $$
DECLARE
  part regclass;
BEGIN
  FOR part IN
    SELECT i.inhrelid::regclass FROM pg_inherits i
    WHERE i.inhparent IN (
      'migration.agent_task_history'::regclass, 'migration.llm_usage_log'::regclass,
      'migration.security_audit_logs'::regclass
    )
    ORDER BY 1
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', part);
  END LOOP;
END
$$;

-- Grants --------------------------------------------------------------------------------------------

REVOKE ALL ON SCHEMA migration FROM PUBLIC;
GRANT USAGE ON SCHEMA migration TO application_role, reporting_role, platform_admin_role;

-- The application: the work of its client.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  client_access, engagement_access, crewai_flow_state_extensions, discovery_flows, assessment_flows,
  planning_flows, execution_flows, data_imports, raw_import_records, import_field_mappings, migration_waves,
  assets, asset_dependencies, asset_phase_history, assessments, engagement_architecture_standards,
  application_architecture_overrides, application_components, component_treatments, tech_debt_analysis,
  sixr_decisions, assessment_learning_feedback, collection_flows, platform_credentials, agent_task_history,
  agent_performance_daily, llm_usage_log, agent_learning_patterns
TO application_role;
-- An engagement is opened, changed and archived by its client; to remove one is for operations.
GRANT SELECT, INSERT, UPDATE ON engagements TO application_role;
-- Tier, quotas and activity are not the client's to set.
GRANT SELECT, UPDATE (
  name, description, industry, company_size, headquarters_location, primary_contact_name,
  primary_contact_email, primary_contact_phone, contact_email, contact_phone, address, timezone,
  billing_contact_email, agent_configuration, settings, branding, business_objectives, it_guidelines,
  decision_criteria, agent_preferences
) ON client_accounts TO application_role;
GRANT SELECT, UPDATE (
  password_hash, first_name, last_name, is_verified, default_client_id, default_engagement_id, last_login
) ON users TO application_role;
GRANT SELECT, UPDATE (
  organization, role_description, phone_number, manager_email, linkedin_profile, last_login_at, login_count,
  failed_login_attempts, last_failed_login, notification_preferences
) ON user_profiles TO application_role;
GRANT SELECT ON user_roles, user_account_associations TO application_role;
GRANT SELECT, INSERT, UPDATE (reviewed_at, reviewed_by) ON security_audit_logs TO application_role;
GRANT SELECT, INSERT ON access_audit_log TO application_role;
GRANT SELECT ON platform_adapters, llm_model_pricing TO application_role;

-- Reporting reads, but no secrets.
GRANT SELECT ON
  client_accounts, engagements, user_profiles, user_roles, user_account_associations, client_access,
  engagement_access, crewai_flow_state_extensions, discovery_flows, assessment_flows, planning_flows,
  execution_flows, data_imports, raw_import_records, import_field_mappings, migration_waves, assets,
  asset_dependencies, asset_phase_history, assessments, engagement_architecture_standards,
  application_architecture_overrides, application_components, component_treatments, tech_debt_analysis,
  sixr_decisions, assessment_learning_feedback, collection_flows, platform_adapters, agent_task_history,
  agent_performance_daily, llm_usage_log, llm_model_pricing, agent_learning_patterns, security_audit_logs,
  access_audit_log
TO reporting_role;
GRANT SELECT (
  id, email, first_name, last_name, is_active, is_verified, is_admin, default_client_id,
  default_engagement_id, last_login, created_at, updated_at
) ON users TO reporting_role;

-- Operations: everything but changing the audit.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  client_accounts, users, engagements, user_profiles, user_roles, user_account_associations, client_access,
  engagement_access, crewai_flow_state_extensions, discovery_flows, assessment_flows, planning_flows,
  execution_flows, data_imports, raw_import_records, import_field_mappings, migration_waves, assets,
  asset_dependencies, asset_phase_history, assessments, engagement_architecture_standards,
  application_architecture_overrides, application_components, component_treatments, tech_debt_analysis,
  sixr_decisions, assessment_learning_feedback, collection_flows, platform_adapters, platform_credentials,
  agent_task_history, agent_performance_daily, llm_usage_log, llm_model_pricing, agent_learning_patterns
TO platform_admin_role;
GRANT SELECT, INSERT, UPDATE (reviewed_at, reviewed_by) ON security_audit_logs TO platform_admin_role;
GRANT SELECT, INSERT ON access_audit_log TO platform_admin_role;

GRANT SELECT ON v_all_flows, v_cross_phase_assets TO application_role, reporting_role, platform_admin_role;

GRANT EXECUTE ON FUNCTION
  current_client_id(), current_engagement_id(), set_tenant_context(uuid, uuid)
TO application_role, reporting_role, platform_admin_role;
GRANT EXECUTE ON FUNCTION
  has_role(uuid, text, uuid, uuid), find_login(text), archive_engagement(uuid), assert_production_ready(),
  phase_flows_of(uuid), enter_phase(uuid, text, uuid), rollback_phase(uuid),
  match_learning_patterns(public.vector, uuid, integer, text), apply_pattern(uuid, boolean)
TO application_role, platform_admin_role;
GRANT EXECUTE ON FUNCTION match_learning_patterns(public.vector, uuid, integer, text) TO reporting_role;
GRANT EXECUTE ON FUNCTION forget_user(uuid), rollup_agent_performance(date) TO platform_admin_role;
