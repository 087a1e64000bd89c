-- What holds for every table: client A with two engagements, client B with one, and a row of each in all of
-- the 36 tables of tenants. A row has the id of its engagement, or of its client where it has no engagement:
-- the first two characters of an id say whose the row is.

INSERT INTO migration.client_accounts (id, name, slug) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Freight', 'alder'),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Clinics', 'birch');
INSERT INTO migration.engagements (id, client_account_id, name, slug) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'First', 'first'),
  ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'Second', 'second'),
  ('b1000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'First', 'first');

INSERT INTO migration.users (id, email) SELECT id, slug || '@example.com' FROM migration.client_accounts;
INSERT INTO migration.user_profiles (user_id) SELECT id FROM migration.users;
INSERT INTO migration.user_account_associations (id, user_id, client_account_id, role)
SELECT id, id, id, 'analyst' FROM migration.users;
INSERT INTO migration.user_roles
  (id, user_id, role_type, role_name, scope_type, scope_client_id, scope_engagement_id)
SELECT e.id, e.client_account_id, 'analyst', 'Analyst', 'engagement', e.client_account_id, e.id
FROM migration.engagements AS e;
INSERT INTO migration.client_access (id, user_profile_id, client_account_id, access_level, granted_by)
SELECT id, id, id, 'READ_WRITE', id FROM migration.users;
INSERT INTO migration.platform_adapters (id, adapter_name, adapter_type, version) VALUES
  ('c0000000-0000-4000-8000-000000000001', 'inventory', 'discovery', '1.0');
INSERT INTO migration.platform_credentials
  (id, client_account_id, platform_adapter_id, credential_name, encrypted_credentials)
SELECT c.id, c.id, a.id, 'reader', sha512('invented')
FROM migration.client_accounts AS c, migration.platform_adapters AS a;

CREATE TEMP VIEW own AS SELECT id, client_account_id AS client FROM migration.engagements;
INSERT INTO migration.engagement_access
  (id, client_account_id, engagement_id, user_profile_id, access_level, granted_by)
SELECT id, client, id, client, 'READ_WRITE', client FROM own;
INSERT INTO migration.crewai_flow_state_extensions
  (id, flow_id, client_account_id, engagement_id, user_id, flow_type)
SELECT id, id, client, id, 'agent', 'master' FROM own;
INSERT INTO migration.discovery_flows (id, flow_id, client_account_id, engagement_id, user_id)
SELECT id, id, client, id, 'agent' FROM own;
INSERT INTO migration.assessment_flows (id, flow_id, client_account_id, engagement_id, user_id)
SELECT id, id, client, id, 'agent' FROM own;
INSERT INTO migration.planning_flows (id, flow_id, client_account_id, engagement_id, user_id)
SELECT id, id, client, id, 'agent' FROM own;
INSERT INTO migration.execution_flows (id, flow_id, client_account_id, engagement_id, user_id)
SELECT id, id, client, id, 'agent' FROM own;
INSERT INTO migration.collection_flows (id, flow_id, client_account_id, engagement_id, user_id)
SELECT id, id, client, id, 'agent' FROM own;
INSERT INTO migration.data_imports
  (id, client_account_id, engagement_id, import_name, import_type, filename, imported_by)
SELECT id, client, id, 'servers', 'cmdb', 'servers.csv', client FROM own;
INSERT INTO migration.raw_import_records
  (id, client_account_id, engagement_id, data_import_id, row_number, raw_data)
SELECT id, client, id, id, substr(id::text, 2, 1)::integer, '{}' FROM own;
INSERT INTO migration.import_field_mappings
  (id, client_account_id, engagement_id, data_import_id, source_field, target_field)
SELECT id, client, id, id, left(id::text, 2), 'hostname' FROM own;
INSERT INTO migration.migration_waves (id, client_account_id, engagement_id, wave_number, name)
SELECT id, client, id, 1, 'Pilot' FROM own;
INSERT INTO migration.assets (id, client_account_id, engagement_id, name, asset_type)
SELECT id, client, id, 'orders', 'server' FROM own
UNION ALL
SELECT overlay(id::text PLACING '9' FROM 36)::uuid, client, id, 'billing', 'server' FROM own;
INSERT INTO migration.asset_dependencies
  (id, client_account_id, engagement_id, source_asset_id, target_asset_id)
SELECT id, client, id, id, overlay(id::text PLACING '9' FROM 36)::uuid FROM own;
INSERT INTO migration.asset_phase_history
  (id, client_account_id, engagement_id, asset_id, phase, left_at, snapshot)
SELECT id, client, id, id, 'discovery', now(), '{}' FROM own;
INSERT INTO migration.assessments (id, client_account_id, engagement_id, assessment_type)
SELECT id, client, id, 'technical' FROM own;
INSERT INTO migration.engagement_architecture_standards
  (id, client_account_id, engagement_id, requirement_type)
SELECT id, client, id, 'runtime' FROM own;
INSERT INTO migration.application_architecture_overrides
  (id, client_account_id, engagement_id, assessment_flow_id, application_id, override_type)
SELECT id, client, id, id, id, 'exception' FROM own;
INSERT INTO migration.application_components
  (id, client_account_id, engagement_id, component_name, component_type)
SELECT id, client, id, 'queue', 'broker' FROM own;
INSERT INTO migration.component_treatments
  (id, client_account_id, engagement_id, component_id, treatment_type)
SELECT id, client, id, id, 'rehost' FROM own;
INSERT INTO migration.tech_debt_analysis (id, client_account_id, engagement_id, analysis_type)
SELECT id, client, id, 'runtime' FROM own;
INSERT INTO migration.sixr_decisions (id, client_account_id, engagement_id, asset_id, strategy)
SELECT id, client, id, id, 'rehost' FROM own;
INSERT INTO migration.assessment_learning_feedback (id, client_account_id, engagement_id, feedback_type)
SELECT id, client, id, 'correction' FROM own;
INSERT INTO migration.agent_task_history
  (id, client_account_id, engagement_id, agent_name, agent_type, task_id, task_name)
SELECT id, client, id, 'mapper', 'individual', 'task', 'Map fields' FROM own;
INSERT INTO migration.agent_performance_daily (id, client_account_id, engagement_id, date, agent_name)
SELECT id, client, id, '2026-01-01', 'mapper' FROM own;
INSERT INTO migration.llm_usage_log
  (id, client_account_id, engagement_id, provider, model, prompt_tokens, completion_tokens, total_tokens)
SELECT id, client, id, 'local', 'small', 1, 1, 2 FROM own;
INSERT INTO migration.agent_learning_patterns
  (id, client_account_id, engagement_id, insight_type, embedding, raw_evidence)
SELECT id, client, id, 'risk_pattern', array_fill(1, ARRAY[1536])::vector, '{}' FROM own;
INSERT INTO migration.security_audit_logs
  (id, client_account_id, engagement_id, event_type, event_category, actor_user_id, description)
SELECT id, client, id, 'login', 'auth', 'someone', 'Logged in' FROM own;
INSERT INTO migration.access_audit_log (id, client_account_id, engagement_id, user_id, action_type, result)
SELECT id, client, id, client, 'read', 'success' FROM own;
INSERT INTO migration.engagements (id, client_account_id, name, slug) VALUES
  ('b3000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'Empty', 'empty');

-- The tables of tenants that the caller has a right on, and the column that tells a row.
CREATE FUNCTION pg_temp.tables(privilege text) RETURNS TABLE (relation name, key text)
LANGUAGE sql AS $func$
  SELECT c.relname, CASE c.relname WHEN 'user_profiles' THEN 'user_id' ELSE 'id' END
  FROM pg_class AS c
  WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND c.relname NOT IN (
      'schema_migrations', 'platform_adapters', 'llm_model_pricing', 'data_retention_rules')
    AND CASE privilege WHEN 'DELETE' THEN has_table_privilege(c.oid, privilege)
      ELSE has_any_column_privilege(c.oid, privilege) END
  ORDER BY c.relname COLLATE "C"
$func$;

-- How many rows the caller sees in each table, of those whose id begins like this.
CREATE FUNCTION pg_temp.visible(prefix text) RETURNS TABLE (relation name, rows bigint)
LANGUAGE sql AS $func$
  SELECT t.relation, (xpath('/row/n/text()', query_to_xml(format(
    'SELECT count(*) AS n FROM migration.%I WHERE starts_with(%I::text, %L)', t.relation, t.key, prefix
  ), false, true, '')))[1]::text::bigint
  FROM pg_temp.tables('SELECT') AS t
$func$;

-- Copies, so that a case can try to write the row of another.
CREATE TEMP TABLE copies (relation name, id text, row jsonb);
GRANT SELECT ON copies TO PUBLIC;
DO $do$
DECLARE
  relation text;
BEGIN
  FOR relation IN
    SELECT t.relation FROM pg_temp.tables('SELECT') AS t UNION ALL VALUES ('platform_adapters')
    UNION ALL VALUES ('data_retention_rules')
  LOOP
    EXECUTE format(
      'INSERT INTO pg_temp.copies '
      'SELECT %1$L, coalesce(to_jsonb(t) ->> ''id'', to_jsonb(t) ->> ''user_id''), to_jsonb(t) '
      'FROM migration.%1$I AS t', relation);
  END LOOP;
END
$do$;

-- Runs a statement for each table on which the caller has the right, and takes it back. %1 is the table, %2
-- the column that tells a row, %3 the first column that the caller may update. The outcome is the number of
-- rows, or the code and the words of the error.
CREATE FUNCTION pg_temp.each(privilege text, statement text) RETURNS TABLE (relation name, outcome text)
LANGUAGE plpgsql AS $func$
DECLARE
  key text;
  settable text;
  touched bigint;
BEGIN
  FOR relation, key IN SELECT * FROM pg_temp.tables(privilege) LOOP
    settable := (
      SELECT a.attname FROM pg_attribute AS a
      WHERE a.attrelid = format('migration.%I', relation)::regclass AND a.attnum > 0
        AND has_column_privilege(a.attrelid, a.attnum, 'UPDATE')
      ORDER BY a.attnum LIMIT 1);
    BEGIN
      EXECUTE format(statement, relation, key, settable);
      GET DIAGNOSTICS touched = ROW_COUNT;
      outcome := touched || ' rows';
      RAISE SQLSTATE 'UNDO1';
    EXCEPTION
      WHEN SQLSTATE 'UNDO1' THEN NULL;
      WHEN OTHERS THEN outcome := SQLSTATE || ' ' || SQLERRM;
    END;
    RETURN NEXT;
  END LOOP;
END
$func$;

-- What comes of a row of client A when one of its columns gets another value: the code and the constraint
-- that refuses it. With instead, the row is first removed and only its mandatory columns and this one are
-- filled.
CREATE FUNCTION pg_temp.refusal(relation text, field text, value jsonb, instead boolean) RETURNS text
LANGUAGE plpgsql AS $func$
DECLARE
  original jsonb := (
    SELECT c.row FROM pg_temp.copies AS c WHERE c.relation = refusal.relation ORDER BY c.id LIMIT 1);
  refused_by text;
BEGIN
  SET CONSTRAINTS ALL IMMEDIATE;
  IF instead THEN
    EXECUTE format('DELETE FROM migration.%I WHERE id = $1', relation) USING (original ->> 'id')::uuid;
    original := (
      SELECT jsonb_object_agg(a.attname, original -> a.attname) FROM pg_attribute AS a
      WHERE a.attrelid = format('migration.%I', relation)::regclass AND a.attnum > 0
        AND (a.attnotnull OR a.attname = 'engagement_id'));
  END IF;
  EXECUTE format(
    'INSERT INTO migration.%I SELECT (jsonb_populate_record(NULL::migration.%1$I, $1)).*', relation)
  USING original || jsonb_build_object(field, value);
  RAISE SQLSTATE 'UNDO1';
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS refused_by = CONSTRAINT_NAME;
  RETURN concat_ws(' ', SQLSTATE, nullif(refused_by, ''));
END
$func$;

-- case: a client sees its own rows and none of another, in any table
-- guard: ALTER POLICY tenant_isolation ON migration.client_accounts USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagements USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.user_account_associations USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.client_access USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.platform_credentials USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.users USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.user_profiles USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.user_roles USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_access USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.crewai_flow_state_extensions USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.discovery_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.planning_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.execution_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.data_imports USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.raw_import_records USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.import_field_mappings USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.migration_waves USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assets USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.asset_dependencies USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.asset_phase_history USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessments USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_architecture_standards USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.application_architecture_overrides USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.application_components USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.component_treatments USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.tech_debt_analysis USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.sixr_decisions USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_learning_feedback USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.collection_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_task_history USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_performance_daily USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.llm_usage_log USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_learning_patterns USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.security_audit_logs USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.access_audit_log USING (true)
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 36
SELECT count(*) FROM pg_temp.visible('a') WHERE rows > 0;
-- expect: none
SELECT * FROM pg_temp.visible('b') WHERE rows > 0;

-- case: without a context no table shows a row
-- guard: ALTER TABLE migration.client_accounts DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.engagements DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.user_account_associations DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.client_access DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.platform_credentials DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.users DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.user_profiles DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.user_roles DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.engagement_access DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.crewai_flow_state_extensions DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.discovery_flows DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.assessment_flows DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.planning_flows DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.execution_flows DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.data_imports DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.raw_import_records DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.import_field_mappings DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.migration_waves DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.assets DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.asset_dependencies DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.asset_phase_history DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.assessments DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.engagement_architecture_standards DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.application_architecture_overrides DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.application_components DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.component_treatments DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.tech_debt_analysis DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.sixr_decisions DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.assessment_learning_feedback DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.collection_flows DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.agent_task_history DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.agent_performance_daily DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.llm_usage_log DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.agent_learning_patterns DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.security_audit_logs DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.access_audit_log DISABLE ROW LEVEL SECURITY
SET LOCAL ROLE application_role;
-- expect: none
SELECT * FROM pg_temp.visible('') WHERE rows > 0;

-- case: the owner of the tables is bound like everybody
-- guard: ALTER TABLE migration.client_accounts NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.engagements NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.user_account_associations NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.client_access NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.platform_credentials NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.users NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.user_profiles NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.user_roles NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.engagement_access NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.crewai_flow_state_extensions NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.discovery_flows NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.assessment_flows NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.planning_flows NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.execution_flows NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.data_imports NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.raw_import_records NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.import_field_mappings NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.migration_waves NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.assets NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.asset_dependencies NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.asset_phase_history NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.assessments NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.engagement_architecture_standards NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.application_architecture_overrides NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.application_components NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.component_treatments NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.tech_debt_analysis NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.sixr_decisions NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.assessment_learning_feedback NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.collection_flows NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.agent_task_history NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.agent_performance_daily NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.llm_usage_log NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.agent_learning_patterns NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.security_audit_logs NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE migration.access_audit_log NO FORCE ROW LEVEL SECURITY
SET LOCAL ROLE migration_owner;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: none
SELECT * FROM pg_temp.visible('') WHERE rows > 0;

-- case: no row of another client can be added, in any table
-- guard: ALTER POLICY tenant_isolation ON migration.engagements WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.client_access WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_access WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.crewai_flow_state_extensions WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.discovery_flows WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_flows WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.planning_flows WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.execution_flows WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.data_imports WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.raw_import_records WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.import_field_mappings WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.migration_waves WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assets WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.asset_dependencies WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.asset_phase_history WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessments WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_architecture_standards WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.application_architecture_overrides WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.application_components WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.component_treatments WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.tech_debt_analysis WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.sixr_decisions WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_learning_feedback WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.collection_flows WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_task_history WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_performance_daily WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.llm_usage_log WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.platform_credentials WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_learning_patterns WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.security_audit_logs WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.access_audit_log WITH CHECK (true)
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 31
SELECT count(*) FROM pg_temp.each('INSERT', $$
  INSERT INTO migration.%1$I SELECT (jsonb_populate_record(NULL::migration.%1$I, c.row)).*
  FROM pg_temp.copies AS c WHERE c.relation = %1$L AND c.id LIKE 'b%%'
$$)
WHERE outcome LIKE '42501 %row-level security%';

-- case: no row of another client can be changed, in any table
-- guard: ALTER POLICY tenant_isolation ON migration.client_accounts USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagements USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.users USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.user_profiles USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.client_access USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_access USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.crewai_flow_state_extensions USING (true) WITH CHECK
--   (true)
-- guard: ALTER POLICY tenant_isolation ON migration.discovery_flows USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_flows USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.planning_flows USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.execution_flows USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.data_imports USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.raw_import_records USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.import_field_mappings USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.migration_waves USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assets USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.asset_dependencies USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.asset_phase_history USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessments USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_architecture_standards USING (true) WITH
--   CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.application_architecture_overrides USING (true) WITH
--   CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.application_components USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.component_treatments USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.tech_debt_analysis USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.sixr_decisions USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_learning_feedback USING (true) WITH CHECK
--   (true)
-- guard: ALTER POLICY tenant_isolation ON migration.collection_flows USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_task_history USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_performance_daily USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.llm_usage_log USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.platform_credentials USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_learning_patterns USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.security_audit_logs USING (true) WITH CHECK (true)
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 33
SELECT count(*) FROM pg_temp.each(
  'UPDATE', $$UPDATE migration.%1$I SET %3$I = %3$I WHERE starts_with(%2$I::text, 'b')$$)
WHERE outcome = '0 rows';

-- case: no row of another client can be deleted, in any table
-- guard: ALTER POLICY tenant_isolation ON migration.client_access USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_access USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.crewai_flow_state_extensions USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.discovery_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.planning_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.execution_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.data_imports USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.raw_import_records USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.import_field_mappings USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.migration_waves USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assets USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.asset_dependencies USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.asset_phase_history USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessments USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_architecture_standards USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.application_architecture_overrides USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.application_components USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.component_treatments USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.tech_debt_analysis USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.sixr_decisions USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_learning_feedback USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.collection_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_task_history USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_performance_daily USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.llm_usage_log USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.platform_credentials USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_learning_patterns USING (true)
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 28
SELECT count(*) FROM pg_temp.each('DELETE', $$DELETE FROM migration.%1$I WHERE starts_with(%2$I::text, 'b')$$)
WHERE outcome = '0 rows';

-- case: no row moves to another client, in any table
-- guard: ALTER POLICY tenant_isolation ON migration.engagements WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.client_access WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_access WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.crewai_flow_state_extensions WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.discovery_flows WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_flows WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.planning_flows WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.execution_flows WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.data_imports WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.raw_import_records WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.import_field_mappings WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.migration_waves WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assets WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.asset_dependencies WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.asset_phase_history WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessments WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_architecture_standards WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.application_architecture_overrides WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.application_components WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.component_treatments WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.tech_debt_analysis WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.sixr_decisions WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_learning_feedback WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.collection_flows WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_task_history WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_performance_daily WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.llm_usage_log WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.platform_credentials WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_learning_patterns WITH CHECK (true)
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 29
SELECT count(*) FROM pg_temp.each(
  'UPDATE', $$UPDATE migration.%1$I SET client_account_id = 'b0000000-0000-4000-8000-000000000001'$$)
WHERE outcome LIKE '42501 %row-level security%';

-- case: an engagement in the context hides the other engagements of the client, in any table
-- guard: ALTER POLICY tenant_isolation ON migration.engagements USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_access USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.crewai_flow_state_extensions USING
--   (client_account_id = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.discovery_flows USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_flows USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.planning_flows USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.execution_flows USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.data_imports USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.raw_import_records USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.import_field_mappings USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.migration_waves USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.assets USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.asset_dependencies USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.asset_phase_history USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.assessments USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_architecture_standards USING
--   (client_account_id = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.application_architecture_overrides USING
--   (client_account_id = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.application_components USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.component_treatments USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.tech_debt_analysis USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.sixr_decisions USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_learning_feedback USING
--   (client_account_id = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.collection_flows USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.agent_task_history USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.agent_performance_daily USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.llm_usage_log USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.agent_learning_patterns USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.security_audit_logs USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.access_audit_log USING (client_account_id = (SELECT
--   migration.current_client_id()))
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context(
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001');
-- expect: 30
SELECT count(*) FROM pg_temp.visible('a1') WHERE rows > 0;
-- expect: user_roles
SELECT relation FROM pg_temp.visible('a2') WHERE rows > 0;

-- case: without an engagement in the context all engagements of the client are seen, in any table
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_access USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.crewai_flow_state_extensions USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.discovery_flows USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_flows USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.planning_flows USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.execution_flows USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.data_imports USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.raw_import_records USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.import_field_mappings USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.migration_waves USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.assets USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.asset_dependencies USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.asset_phase_history USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.assessments USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_architecture_standards USING
--   (engagement_id = migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.application_architecture_overrides USING
--   (engagement_id = migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.application_components USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.component_treatments USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.tech_debt_analysis USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.sixr_decisions USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_learning_feedback USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.collection_flows USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.agent_task_history USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.agent_performance_daily USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.llm_usage_log USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.agent_learning_patterns USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.engagements USING (id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.security_audit_logs USING (engagement_id =
--   migration.current_engagement_id())
-- guard: ALTER POLICY tenant_isolation ON migration.access_audit_log USING (engagement_id =
--   migration.current_engagement_id())
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 30
SELECT count(*) FROM pg_temp.visible('a1') JOIN pg_temp.visible('a2') AS other USING (relation)
WHERE visible.rows > 0 AND other.rows > 0;

-- case: with an engagement in the context no row can be added to another one, in any table
-- guard: ALTER POLICY tenant_isolation ON migration.engagements WITH CHECK (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_access WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.crewai_flow_state_extensions WITH CHECK
--   (client_account_id = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.discovery_flows WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_flows WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.planning_flows WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.execution_flows WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.data_imports WITH CHECK (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.raw_import_records WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.import_field_mappings WITH CHECK (client_account_id
--   = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.migration_waves WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.assets WITH CHECK (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.asset_dependencies WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.asset_phase_history WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.assessments WITH CHECK (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_architecture_standards WITH CHECK
--   (client_account_id = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.application_architecture_overrides WITH CHECK
--   (client_account_id = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.application_components WITH CHECK (client_account_id
--   = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.component_treatments WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.tech_debt_analysis WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.sixr_decisions WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_learning_feedback WITH CHECK
--   (client_account_id = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.collection_flows WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.agent_task_history WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.agent_performance_daily WITH CHECK
--   (client_account_id = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.llm_usage_log WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.agent_learning_patterns WITH CHECK
--   (client_account_id = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.security_audit_logs WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.access_audit_log WITH CHECK (client_account_id =
--   (SELECT migration.current_client_id()))
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context(
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001');
-- expect: 29
SELECT count(*) FROM pg_temp.each('INSERT', $$
  INSERT INTO migration.%1$I SELECT (jsonb_populate_record(NULL::migration.%1$I, c.row)).*
  FROM pg_temp.copies AS c WHERE c.relation = %1$L AND c.id LIKE 'a2%%'
$$)
WHERE outcome LIKE '42501 %row-level security%';

-- case: with an engagement in the context no row can be changed or deleted in another one, in any table
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_access USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.crewai_flow_state_extensions USING
--   (client_account_id = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.discovery_flows USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_flows USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.planning_flows USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.execution_flows USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.data_imports USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.raw_import_records USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.import_field_mappings USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.migration_waves USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.assets USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.asset_dependencies USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.asset_phase_history USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.assessments USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_architecture_standards USING
--   (client_account_id = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.application_architecture_overrides USING
--   (client_account_id = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.application_components USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.component_treatments USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.tech_debt_analysis USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.sixr_decisions USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_learning_feedback USING
--   (client_account_id = (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.collection_flows USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.agent_task_history USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.agent_performance_daily USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.llm_usage_log USING (client_account_id = (SELECT
--   migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.agent_learning_patterns USING (client_account_id =
--   (SELECT migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.engagements
--   USING (client_account_id = migration.current_client_id())
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context(
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001');
-- expect: none
SELECT * FROM pg_temp.each(
  'UPDATE', $$UPDATE migration.%1$I SET %3$I = %3$I WHERE starts_with(%2$I::text, 'a2')$$)
WHERE outcome <> '0 rows';
-- expect: none
SELECT * FROM pg_temp.each('DELETE', $$DELETE FROM migration.%1$I WHERE starts_with(%2$I::text, 'a2')$$)
WHERE outcome <> '0 rows';

-- case: reporting_role reads its client in all engagements, in every table that holds no secret
-- guard: ALTER POLICY tenant_isolation ON migration.client_accounts USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagements USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.user_account_associations USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.client_access USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.users USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.user_profiles USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.user_roles USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_access USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.crewai_flow_state_extensions USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.discovery_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.planning_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.execution_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.data_imports USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.raw_import_records USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.import_field_mappings USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.migration_waves USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assets USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.asset_dependencies USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.asset_phase_history USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessments USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.engagement_architecture_standards USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.application_architecture_overrides USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.application_components USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.component_treatments USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.tech_debt_analysis USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.sixr_decisions USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.assessment_learning_feedback USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.collection_flows USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_task_history USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_performance_daily USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.llm_usage_log USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.agent_learning_patterns USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.security_audit_logs USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.access_audit_log USING (true)
-- guard: GRANT SELECT ON migration.platform_credentials TO reporting_role
SET LOCAL ROLE reporting_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 35
SELECT count(*) FROM pg_temp.visible('a') WHERE rows > 0;
-- expect: none
SELECT * FROM pg_temp.visible('b') WHERE rows > 0;

-- case: platform_admin_role sees the rows of all clients without a context
-- guard: ALTER ROLE platform_admin_role NOBYPASSRLS
SET LOCAL ROLE platform_admin_role;
-- expect: 36
SELECT count(*) FROM pg_temp.visible('a') JOIN pg_temp.visible('b') AS other USING (relation)
WHERE visible.rows > 0 AND other.rows > 0;

-- case: an engagement belongs to the client that is named with it, in any table
-- guard: ALTER TABLE migration.agent_learning_patterns DROP CONSTRAINT
--   agent_learning_patterns_engagement_fkey
-- guard: ALTER TABLE migration.agent_performance_daily DROP CONSTRAINT
--   agent_performance_daily_engagement_fkey
-- guard: ALTER TABLE migration.agent_task_history DROP CONSTRAINT agent_task_history_engagement_fkey
-- guard: ALTER TABLE migration.application_architecture_overrides DROP CONSTRAINT
--   application_architecture_overrides_engagement_fkey, DROP CONSTRAINT
--   application_architecture_overrides_application_fkey, DROP CONSTRAINT
--   application_architecture_overrides_assessment_flow_fkey
-- guard: ALTER TABLE migration.application_components DROP CONSTRAINT
--   application_components_engagement_fkey
-- guard: ALTER TABLE migration.assessment_flows DROP CONSTRAINT assessment_flows_engagement_fkey
-- guard: ALTER TABLE migration.assessment_learning_feedback DROP CONSTRAINT
--   assessment_learning_feedback_engagement_fkey
-- guard: ALTER TABLE migration.assessments DROP CONSTRAINT assessments_engagement_fkey
-- guard: ALTER TABLE migration.asset_dependencies DROP CONSTRAINT asset_dependencies_engagement_fkey,
--   DROP CONSTRAINT asset_dependencies_source_asset_fkey, DROP CONSTRAINT
--   asset_dependencies_target_asset_fkey
-- guard: ALTER TABLE migration.asset_phase_history DROP CONSTRAINT asset_phase_history_engagement_fkey,
--   DROP CONSTRAINT asset_phase_history_asset_fkey
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_engagement_fkey
-- guard: ALTER TABLE migration.collection_flows DROP CONSTRAINT collection_flows_engagement_fkey
-- guard: ALTER TABLE migration.component_treatments DROP CONSTRAINT
--   component_treatments_engagement_fkey, DROP CONSTRAINT component_treatments_component_fkey
-- guard: ALTER TABLE migration.crewai_flow_state_extensions DROP CONSTRAINT
--   crewai_flow_state_extensions_engagement_fkey
-- guard: ALTER TABLE migration.data_imports DROP CONSTRAINT data_imports_engagement_fkey
-- guard: ALTER TABLE migration.discovery_flows DROP CONSTRAINT discovery_flows_engagement_fkey
-- guard: ALTER TABLE migration.engagement_access DROP CONSTRAINT engagement_access_engagement_fkey
-- guard: ALTER TABLE migration.engagement_architecture_standards DROP CONSTRAINT
--   engagement_architecture_standards_engagement_fkey
-- guard: ALTER TABLE migration.execution_flows DROP CONSTRAINT execution_flows_engagement_fkey
-- guard: ALTER TABLE migration.import_field_mappings DROP CONSTRAINT
--   import_field_mappings_engagement_fkey, DROP CONSTRAINT import_field_mappings_data_import_fkey
-- guard: ALTER TABLE migration.llm_usage_log DROP CONSTRAINT llm_usage_log_engagement_fkey
-- guard: ALTER TABLE migration.migration_waves DROP CONSTRAINT migration_waves_engagement_fkey
-- guard: ALTER TABLE migration.planning_flows DROP CONSTRAINT planning_flows_engagement_fkey
-- guard: ALTER TABLE migration.raw_import_records DROP CONSTRAINT raw_import_records_engagement_fkey,
--   DROP CONSTRAINT raw_import_records_data_import_fkey
-- guard: ALTER TABLE migration.sixr_decisions DROP CONSTRAINT sixr_decisions_engagement_fkey, DROP
--   CONSTRAINT sixr_decisions_asset_fkey
-- guard: ALTER TABLE migration.tech_debt_analysis DROP CONSTRAINT tech_debt_analysis_engagement_fkey
-- expect: 26
SELECT count(*) FROM pg_temp.tables('SELECT') AS t
WHERE t.relation IN (
    SELECT c.relation FROM pg_temp.copies AS c WHERE c.row ? 'client_account_id' AND c.row ? 'engagement_id')
  AND pg_temp.refusal(t.relation, 'engagement_id', '"b3000000-0000-4000-8000-000000000001"', true)
    LIKE '23503%';

-- case: a reference stays within its engagement: flows, masters, assets, imports, waves and the rest
-- guard: ALTER TABLE migration.agent_learning_patterns DROP CONSTRAINT
--   agent_learning_patterns_master_flow_fkey
-- guard: ALTER TABLE migration.application_architecture_overrides DROP CONSTRAINT
--   application_architecture_overrides_application_fkey
-- guard: ALTER TABLE migration.application_architecture_overrides DROP CONSTRAINT
--   application_architecture_overrides_assessment_flow_fkey
-- guard: ALTER TABLE migration.application_architecture_overrides DROP CONSTRAINT
--   application_architecture_overrides_standard_fkey
-- guard: ALTER TABLE migration.application_components DROP CONSTRAINT application_components_asset_fkey
-- guard: ALTER TABLE migration.assessment_flows DROP CONSTRAINT assessment_flows_discovery_flow_fkey
-- guard: ALTER TABLE migration.assessment_flows DROP CONSTRAINT assessment_flows_master_flow_fkey
-- guard: ALTER TABLE migration.assessment_learning_feedback DROP CONSTRAINT
--   assessment_learning_feedback_decision_fkey
-- guard: ALTER TABLE migration.assessments DROP CONSTRAINT assessments_master_flow_fkey
-- guard: ALTER TABLE migration.asset_dependencies DROP CONSTRAINT asset_dependencies_source_asset_fkey
-- guard: ALTER TABLE migration.asset_dependencies DROP CONSTRAINT asset_dependencies_target_asset_fkey
-- guard: ALTER TABLE migration.asset_phase_history DROP CONSTRAINT asset_phase_history_asset_fkey
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_assessment_flow_fkey
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_discovery_flow_fkey
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_execution_flow_fkey
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_master_flow_fkey
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_planning_flow_fkey
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_raw_import_records_fkey
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_wave_fkey
-- guard: ALTER TABLE migration.collection_flows DROP CONSTRAINT collection_flows_discovery_flow_fkey
-- guard: ALTER TABLE migration.collection_flows DROP CONSTRAINT collection_flows_master_flow_fkey
-- guard: ALTER TABLE migration.component_treatments DROP CONSTRAINT component_treatments_component_fkey
-- guard: ALTER TABLE migration.crewai_flow_state_extensions DROP CONSTRAINT
--   crewai_flow_state_extensions_parent_flow_fkey
-- guard: ALTER TABLE migration.data_imports DROP CONSTRAINT data_imports_master_flow_fkey
-- guard: ALTER TABLE migration.discovery_flows DROP CONSTRAINT discovery_flows_data_import_fkey
-- guard: ALTER TABLE migration.discovery_flows DROP CONSTRAINT discovery_flows_master_flow_fkey
-- guard: ALTER TABLE migration.execution_flows DROP CONSTRAINT execution_flows_master_flow_fkey
-- guard: ALTER TABLE migration.execution_flows DROP CONSTRAINT execution_flows_planning_flow_fkey
-- guard: ALTER TABLE migration.execution_flows DROP CONSTRAINT execution_flows_wave_fkey
-- guard: ALTER TABLE migration.import_field_mappings DROP CONSTRAINT import_field_mappings_data_import_fkey
-- guard: ALTER TABLE migration.import_field_mappings DROP CONSTRAINT import_field_mappings_master_flow_fkey
-- guard: ALTER TABLE migration.planning_flows DROP CONSTRAINT planning_flows_assessment_flow_fkey
-- guard: ALTER TABLE migration.planning_flows DROP CONSTRAINT planning_flows_master_flow_fkey
-- guard: ALTER TABLE migration.raw_import_records DROP CONSTRAINT raw_import_records_asset_fkey
-- guard: ALTER TABLE migration.raw_import_records DROP CONSTRAINT raw_import_records_data_import_fkey
-- guard: ALTER TABLE migration.raw_import_records DROP CONSTRAINT raw_import_records_master_flow_fkey
-- guard: ALTER TABLE migration.sixr_decisions DROP CONSTRAINT sixr_decisions_assessment_flow_fkey
-- guard: ALTER TABLE migration.sixr_decisions DROP CONSTRAINT sixr_decisions_asset_fkey; DROP TRIGGER
--   sixr_decisions_apply ON migration.sixr_decisions
-- guard: ALTER TABLE migration.sixr_decisions DROP CONSTRAINT sixr_decisions_superseded_by_fkey
-- guard: ALTER TABLE migration.tech_debt_analysis DROP CONSTRAINT tech_debt_analysis_asset_fkey
-- expect: none
SELECT relation, field
FROM (VALUES
  ('agent_learning_patterns', 'master_flow_id'), ('application_architecture_overrides', 'application_id'),
  ('application_architecture_overrides', 'assessment_flow_id'),
  ('application_architecture_overrides', 'standard_id'), ('application_components', 'asset_id'),
  ('assessment_flows', 'discovery_flow_id'), ('assessment_flows', 'master_flow_id'),
  ('assessment_learning_feedback', 'decision_id'), ('assessments', 'master_flow_id'),
  ('asset_dependencies', 'source_asset_id'), ('asset_dependencies', 'target_asset_id'),
  ('asset_phase_history', 'asset_id'), ('assets', 'assessment_flow_id'), ('assets', 'discovery_flow_id'),
  ('assets', 'execution_flow_id'), ('assets', 'master_flow_id'), ('assets', 'planning_flow_id'),
  ('assets', 'raw_import_records_id'), ('assets', 'wave_id'), ('collection_flows', 'discovery_flow_id'),
  ('collection_flows', 'master_flow_id'), ('component_treatments', 'component_id'),
  ('crewai_flow_state_extensions', 'parent_flow_id'), ('data_imports', 'master_flow_id'),
  ('discovery_flows', 'data_import_id'), ('discovery_flows', 'master_flow_id'),
  ('execution_flows', 'master_flow_id'), ('execution_flows', 'planning_flow_id'),
  ('execution_flows', 'wave_id'), ('import_field_mappings', 'data_import_id'),
  ('import_field_mappings', 'master_flow_id'), ('planning_flows', 'assessment_flow_id'),
  ('planning_flows', 'master_flow_id'), ('raw_import_records', 'asset_id'),
  ('raw_import_records', 'data_import_id'), ('raw_import_records', 'master_flow_id'),
  ('sixr_decisions', 'assessment_flow_id'), ('sixr_decisions', 'asset_id'),
  ('sixr_decisions', 'superseded_by'), ('tech_debt_analysis', 'asset_id')
) AS reference (relation, field)
WHERE pg_temp.refusal(relation, field, '"a2000000-0000-4000-8000-000000000001"', true) NOT LIKE '23503%';

-- case: a flow_id is unique among all tenants
-- guard: ALTER TABLE migration.crewai_flow_state_extensions DROP CONSTRAINT
--   crewai_flow_state_extensions_flow_id_key
-- guard: ALTER TABLE migration.discovery_flows DROP CONSTRAINT discovery_flows_flow_id_key
-- guard: ALTER TABLE migration.assessment_flows DROP CONSTRAINT assessment_flows_flow_id_key
-- guard: ALTER TABLE migration.planning_flows DROP CONSTRAINT planning_flows_flow_id_key
-- guard: ALTER TABLE migration.execution_flows DROP CONSTRAINT execution_flows_flow_id_key
-- guard: ALTER TABLE migration.collection_flows DROP CONSTRAINT collection_flows_flow_id_key
-- expect: none
SELECT relation
FROM (VALUES
  ('crewai_flow_state_extensions'), ('discovery_flows'), ('assessment_flows'), ('planning_flows'),
  ('execution_flows'), ('collection_flows')
) AS flows (relation)
WHERE pg_temp.refusal(relation, 'flow_id', '"b1000000-0000-4000-8000-000000000001"', true)
  IS DISTINCT FROM format('23505 %s_flow_id_key', relation);

-- case: a column with a list of values takes no other value
-- guard: ALTER TABLE migration.agent_learning_patterns DROP CONSTRAINT
--   agent_learning_patterns_insight_type_check
-- guard: ALTER TABLE migration.agent_task_history DROP CONSTRAINT agent_task_history_agent_type_check
-- guard: ALTER TABLE migration.agent_task_history DROP CONSTRAINT agent_task_history_status_check
-- guard: ALTER TABLE migration.assessment_flows DROP CONSTRAINT assessment_flows_assessment_type_check
-- guard: ALTER TABLE migration.assessment_flows DROP CONSTRAINT assessment_flows_status_check
-- guard: ALTER TABLE migration.assessments DROP CONSTRAINT assessments_assessment_type_check
-- guard: ALTER TABLE migration.assessments DROP CONSTRAINT assessments_risk_level_check
-- guard: ALTER TABLE migration.assessments DROP CONSTRAINT assessments_status_check
-- guard: ALTER TABLE migration.asset_dependencies DROP CONSTRAINT asset_dependencies_dependency_type_check
-- guard: ALTER TABLE migration.asset_dependencies DROP CONSTRAINT asset_dependencies_direction_check
-- guard: ALTER TABLE migration.asset_dependencies DROP CONSTRAINT asset_dependencies_strength_check
-- guard: ALTER TABLE migration.asset_phase_history DROP CONSTRAINT asset_phase_history_outcome_check
-- guard: ALTER TABLE migration.asset_phase_history DROP CONSTRAINT asset_phase_history_phase_check
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_asset_type_check
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_business_criticality_check
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_criticality_check
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_current_phase_check
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_environment_check
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_migration_complexity_check
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_migration_status_check
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_six_r_strategy_check
-- guard: ALTER TABLE migration.client_accounts DROP CONSTRAINT client_accounts_subscription_tier_check
-- guard: ALTER TABLE migration.collection_flows DROP CONSTRAINT collection_flows_automation_tier_check
-- guard: ALTER TABLE migration.collection_flows DROP CONSTRAINT collection_flows_status_check
-- guard: ALTER TABLE migration.crewai_flow_state_extensions DROP CONSTRAINT
--   crewai_flow_state_extensions_current_phase_check
-- guard: ALTER TABLE migration.crewai_flow_state_extensions DROP CONSTRAINT
--   crewai_flow_state_extensions_flow_status_check
-- guard: ALTER TABLE migration.crewai_flow_state_extensions DROP CONSTRAINT
--   crewai_flow_state_extensions_flow_type_check
-- guard: ALTER TABLE migration.data_imports DROP CONSTRAINT data_imports_status_check
-- guard: ALTER TABLE migration.data_retention_rules DROP CONSTRAINT data_retention_rules_action_check
-- guard: ALTER TABLE migration.discovery_flows DROP CONSTRAINT discovery_flows_status_check
-- guard: ALTER TABLE migration.engagements DROP CONSTRAINT engagements_engagement_type_check
-- guard: ALTER TABLE migration.engagements DROP CONSTRAINT engagements_priority_check
-- guard: ALTER TABLE migration.engagements DROP CONSTRAINT engagements_status_check
-- guard: ALTER TABLE migration.execution_flows DROP CONSTRAINT execution_flows_status_check
-- guard: ALTER TABLE migration.import_field_mappings DROP CONSTRAINT import_field_mappings_status_check
-- guard: ALTER TABLE migration.migration_waves DROP CONSTRAINT migration_waves_status_check
-- guard: ALTER TABLE migration.planning_flows DROP CONSTRAINT planning_flows_status_check
-- guard: ALTER TABLE migration.platform_adapters DROP CONSTRAINT platform_adapters_adapter_type_check
-- guard: ALTER TABLE migration.platform_credentials DROP CONSTRAINT
--   platform_credentials_credential_type_check
-- guard: ALTER TABLE migration.security_audit_logs DROP CONSTRAINT security_audit_logs_event_category_check
-- guard: ALTER TABLE migration.security_audit_logs DROP CONSTRAINT security_audit_logs_result_check
-- guard: ALTER TABLE migration.security_audit_logs DROP CONSTRAINT security_audit_logs_severity_check
-- guard: ALTER TABLE migration.sixr_decisions DROP CONSTRAINT sixr_decisions_strategy_check
-- guard: ALTER TABLE migration.user_profiles DROP CONSTRAINT user_profiles_status_check
-- guard: ALTER TABLE migration.user_roles DROP CONSTRAINT user_roles_scope_type_check
-- expect: none
SELECT relation, field
FROM (VALUES
  ('agent_learning_patterns', 'insight_type'), ('agent_task_history', 'agent_type'),
  ('agent_task_history', 'status'), ('assessment_flows', 'assessment_type'),
  ('assessment_flows', 'status'), ('assessments', 'assessment_type'), ('assessments', 'risk_level'),
  ('assessments', 'status'), ('asset_dependencies', 'dependency_type'),
  ('asset_dependencies', 'direction'), ('asset_dependencies', 'strength'),
  ('asset_phase_history', 'outcome'), ('asset_phase_history', 'phase'), ('assets', 'asset_type'),
  ('assets', 'business_criticality'), ('assets', 'criticality'), ('assets', 'current_phase'),
  ('assets', 'environment'), ('assets', 'migration_complexity'), ('assets', 'migration_status'),
  ('assets', 'six_r_strategy'), ('client_accounts', 'subscription_tier'),
  ('collection_flows', 'automation_tier'), ('collection_flows', 'status'),
  ('crewai_flow_state_extensions', 'current_phase'), ('crewai_flow_state_extensions', 'flow_status'),
  ('crewai_flow_state_extensions', 'flow_type'), ('data_imports', 'status'),
  ('data_retention_rules', 'action'), ('discovery_flows', 'status'), ('engagements', 'engagement_type'),
  ('engagements', 'priority'), ('engagements', 'status'), ('execution_flows', 'status'),
  ('import_field_mappings', 'status'), ('migration_waves', 'status'), ('planning_flows', 'status'),
  ('platform_adapters', 'adapter_type'), ('platform_credentials', 'credential_type'),
  ('security_audit_logs', 'event_category'), ('security_audit_logs', 'result'),
  ('security_audit_logs', 'severity'), ('sixr_decisions', 'strategy'), ('user_profiles', 'status'),
  ('user_roles', 'scope_type')
) AS list (relation, field)
WHERE pg_temp.refusal(relation, field, '"no such value"', false)
  IS DISTINCT FROM format('23514 %s_%s_check', relation, field);

-- case: a figure with a range takes nothing beyond either end
-- guard: ALTER TABLE migration.agent_learning_patterns DROP CONSTRAINT
--   agent_learning_patterns_confidence_score_check
-- guard: ALTER TABLE migration.assessment_flows DROP CONSTRAINT assessment_flows_progress_percentage_check
-- guard: ALTER TABLE migration.asset_dependencies DROP CONSTRAINT asset_dependencies_confidence_score_check
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_cpu_utilization_percent_check
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_memory_utilization_percent_check
-- guard: ALTER TABLE migration.assets DROP CONSTRAINT assets_migration_priority_check
-- guard: ALTER TABLE migration.collection_flows DROP CONSTRAINT collection_flows_progress_percentage_check
-- guard: ALTER TABLE migration.crewai_flow_state_extensions DROP CONSTRAINT
--   crewai_flow_state_extensions_progress_percentage_check
-- guard: ALTER TABLE migration.execution_flows DROP CONSTRAINT execution_flows_progress_percentage_check
-- guard: ALTER TABLE migration.import_field_mappings DROP CONSTRAINT
--   import_field_mappings_confidence_score_check
-- guard: ALTER TABLE migration.planning_flows DROP CONSTRAINT planning_flows_progress_percentage_check
-- guard: ALTER TABLE migration.sixr_decisions DROP CONSTRAINT sixr_decisions_confidence_check
-- expect: none
SELECT relation, field, value
FROM (VALUES
  ('agent_learning_patterns', 'confidence_score'), ('assessment_flows', 'progress_percentage'),
  ('asset_dependencies', 'confidence_score'), ('assets', 'cpu_utilization_percent'),
  ('assets', 'memory_utilization_percent'), ('assets', 'migration_priority'),
  ('collection_flows', 'progress_percentage'), ('crewai_flow_state_extensions', 'progress_percentage'),
  ('execution_flows', 'progress_percentage'), ('import_field_mappings', 'confidence_score'),
  ('planning_flows', 'progress_percentage'), ('sixr_decisions', 'confidence')
) AS bounded (relation, field), (VALUES ('-1'::jsonb), ('101')) AS beyond (value)
WHERE pg_temp.refusal(relation, field, value, false)
  IS DISTINCT FROM format('23514 %s_%s_check', relation, field);

-- case: updated_at tells the time of the change, whatever the change says
-- guard: DROP TRIGGER application_architecture_overrides_touch_updated_at ON
--   migration.application_architecture_overrides
-- guard: DROP TRIGGER application_components_touch_updated_at ON migration.application_components
-- guard: DROP TRIGGER assessment_flows_touch_updated_at ON migration.assessment_flows
-- guard: DROP TRIGGER assessment_learning_feedback_touch_updated_at ON
--   migration.assessment_learning_feedback
-- guard: DROP TRIGGER assessments_touch_updated_at ON migration.assessments
-- guard: DROP TRIGGER assets_touch_updated_at ON migration.assets
-- guard: DROP TRIGGER client_access_touch_updated_at ON migration.client_access
-- guard: DROP TRIGGER client_accounts_touch_updated_at ON migration.client_accounts
-- guard: DROP TRIGGER collection_flows_touch_updated_at ON migration.collection_flows
-- guard: DROP TRIGGER component_treatments_touch_updated_at ON migration.component_treatments
-- guard: DROP TRIGGER crewai_flow_state_extensions_touch_updated_at ON
--   migration.crewai_flow_state_extensions
-- guard: DROP TRIGGER data_imports_touch_updated_at ON migration.data_imports
-- guard: DROP TRIGGER discovery_flows_touch_updated_at ON migration.discovery_flows
-- guard: DROP TRIGGER engagement_access_touch_updated_at ON migration.engagement_access
-- guard: DROP TRIGGER engagement_architecture_standards_touch_updated_at ON
--   migration.engagement_architecture_standards
-- guard: DROP TRIGGER engagements_touch_updated_at ON migration.engagements
-- guard: DROP TRIGGER execution_flows_touch_updated_at ON migration.execution_flows
-- guard: DROP TRIGGER import_field_mappings_touch_updated_at ON migration.import_field_mappings
-- guard: DROP TRIGGER migration_waves_touch_updated_at ON migration.migration_waves
-- guard: DROP TRIGGER planning_flows_touch_updated_at ON migration.planning_flows
-- guard: DROP TRIGGER platform_credentials_touch_updated_at ON migration.platform_credentials
-- guard: DROP TRIGGER sixr_decisions_touch_updated_at ON migration.sixr_decisions
-- guard: DROP TRIGGER tech_debt_analysis_touch_updated_at ON migration.tech_debt_analysis
-- guard: DROP TRIGGER user_profiles_touch_updated_at ON migration.user_profiles
-- guard: DROP TRIGGER user_roles_touch_updated_at ON migration.user_roles
-- guard: DROP TRIGGER users_touch_updated_at ON migration.users
-- guard: DROP TRIGGER platform_adapters_touch_updated_at ON migration.platform_adapters
-- expect: 26
SELECT count(*) FROM pg_temp.each('UPDATE', $$
  UPDATE migration.%1$I SET updated_at = '2020-01-01 00:00+00';
  UPDATE migration.%1$I SET %3$I = %3$I WHERE updated_at < now()
$$)
WHERE outcome = '0 rows';
UPDATE migration.platform_adapters SET updated_at = '2020-01-01 00:00+00';
-- expect: 0
SELECT count(*) FROM migration.platform_adapters WHERE updated_at < now();

-- case: in an archived engagement no row can be added, changed or deleted, in any table
-- guard: DROP TRIGGER agent_learning_patterns_engagement_open ON migration.agent_learning_patterns
-- guard: DROP TRIGGER agent_performance_daily_engagement_open ON migration.agent_performance_daily
-- guard: DROP TRIGGER agent_task_history_engagement_open ON migration.agent_task_history
-- guard: DROP TRIGGER application_architecture_overrides_engagement_open ON
--   migration.application_architecture_overrides
-- guard: DROP TRIGGER application_components_engagement_open ON migration.application_components
-- guard: DROP TRIGGER assessment_flows_engagement_open ON migration.assessment_flows
-- guard: DROP TRIGGER assessment_learning_feedback_engagement_open ON
--   migration.assessment_learning_feedback
-- guard: DROP TRIGGER assessments_engagement_open ON migration.assessments
-- guard: DROP TRIGGER asset_dependencies_engagement_open ON migration.asset_dependencies
-- guard: DROP TRIGGER asset_phase_history_engagement_open ON migration.asset_phase_history
-- guard: DROP TRIGGER assets_engagement_open ON migration.assets
-- guard: DROP TRIGGER collection_flows_engagement_open ON migration.collection_flows
-- guard: DROP TRIGGER component_treatments_engagement_open ON migration.component_treatments
-- guard: DROP TRIGGER crewai_flow_state_extensions_engagement_open ON
--   migration.crewai_flow_state_extensions
-- guard: DROP TRIGGER data_imports_engagement_open ON migration.data_imports
-- guard: DROP TRIGGER discovery_flows_engagement_open ON migration.discovery_flows
-- guard: DROP TRIGGER engagement_access_engagement_open ON migration.engagement_access
-- guard: DROP TRIGGER engagement_architecture_standards_engagement_open ON
--   migration.engagement_architecture_standards
-- guard: DROP TRIGGER execution_flows_engagement_open ON migration.execution_flows
-- guard: DROP TRIGGER import_field_mappings_engagement_open ON migration.import_field_mappings
-- guard: DROP TRIGGER llm_usage_log_engagement_open ON migration.llm_usage_log
-- guard: DROP TRIGGER migration_waves_engagement_open ON migration.migration_waves
-- guard: DROP TRIGGER planning_flows_engagement_open ON migration.planning_flows
-- guard: DROP TRIGGER raw_import_records_engagement_open ON migration.raw_import_records
-- guard: DROP TRIGGER sixr_decisions_engagement_open ON migration.sixr_decisions
-- guard: DROP TRIGGER tech_debt_analysis_engagement_open ON migration.tech_debt_analysis
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
SELECT migration.archive_engagement('a1000000-0000-4000-8000-000000000001');
-- expect: 26
SELECT count(*) FROM pg_temp.each('INSERT', $$
  INSERT INTO migration.%1$I SELECT (jsonb_populate_record(NULL::migration.%1$I, c.row)).*
  FROM pg_temp.copies AS c WHERE c.relation = %1$L AND c.id LIKE 'a1%%'
$$)
WHERE outcome LIKE '55000 the engagement is archived%';
-- expect: 26
SELECT count(*) FROM pg_temp.each(
  'UPDATE', $$UPDATE migration.%1$I SET engagement_id = engagement_id WHERE starts_with(%2$I::text, 'a1')$$)
WHERE outcome LIKE '55000 the engagement is archived%';
-- expect: 26
SELECT count(*) FROM pg_temp.each('DELETE', $$DELETE FROM migration.%1$I WHERE starts_with(%2$I::text,
  'a1')$$)
WHERE outcome LIKE '55000 the engagement is archived%';

-- case: no row moves into an archived engagement, in any table
-- guard: DROP TRIGGER agent_learning_patterns_engagement_open ON migration.agent_learning_patterns
-- guard: DROP TRIGGER agent_performance_daily_engagement_open ON migration.agent_performance_daily
-- guard: DROP TRIGGER agent_task_history_engagement_open ON migration.agent_task_history
-- guard: DROP TRIGGER application_architecture_overrides_engagement_open ON
--   migration.application_architecture_overrides
-- guard: DROP TRIGGER application_components_engagement_open ON migration.application_components
-- guard: DROP TRIGGER assessment_flows_engagement_open ON migration.assessment_flows
-- guard: DROP TRIGGER assessment_learning_feedback_engagement_open ON
--   migration.assessment_learning_feedback
-- guard: DROP TRIGGER assessments_engagement_open ON migration.assessments
-- guard: DROP TRIGGER asset_dependencies_engagement_open ON migration.asset_dependencies
-- guard: DROP TRIGGER asset_phase_history_engagement_open ON migration.asset_phase_history
-- guard: DROP TRIGGER assets_engagement_open ON migration.assets
-- guard: DROP TRIGGER collection_flows_engagement_open ON migration.collection_flows
-- guard: DROP TRIGGER component_treatments_engagement_open ON migration.component_treatments
-- guard: DROP TRIGGER crewai_flow_state_extensions_engagement_open ON
--   migration.crewai_flow_state_extensions
-- guard: DROP TRIGGER data_imports_engagement_open ON migration.data_imports
-- guard: DROP TRIGGER discovery_flows_engagement_open ON migration.discovery_flows
-- guard: DROP TRIGGER engagement_access_engagement_open ON migration.engagement_access
-- guard: DROP TRIGGER engagement_architecture_standards_engagement_open ON
--   migration.engagement_architecture_standards
-- guard: DROP TRIGGER execution_flows_engagement_open ON migration.execution_flows
-- guard: DROP TRIGGER import_field_mappings_engagement_open ON migration.import_field_mappings
-- guard: DROP TRIGGER llm_usage_log_engagement_open ON migration.llm_usage_log
-- guard: DROP TRIGGER migration_waves_engagement_open ON migration.migration_waves
-- guard: DROP TRIGGER planning_flows_engagement_open ON migration.planning_flows
-- guard: DROP TRIGGER raw_import_records_engagement_open ON migration.raw_import_records
-- guard: DROP TRIGGER sixr_decisions_engagement_open ON migration.sixr_decisions
-- guard: DROP TRIGGER tech_debt_analysis_engagement_open ON migration.tech_debt_analysis
SELECT migration.archive_engagement('a1000000-0000-4000-8000-000000000001');
-- expect: 26
SELECT count(*) FROM pg_temp.each('UPDATE', $$
  UPDATE migration.%1$I SET engagement_id = 'a1000000-0000-4000-8000-000000000001'
  WHERE starts_with(%2$I::text, 'a2')
$$)
WHERE outcome LIKE '55000 the engagement is archived%';

-- case: an erased client leaves no row in any table, and nothing of another client goes
-- guard: CREATE OR REPLACE FUNCTION migration.purge_tenant(client uuid, confirm text DEFAULT NULL)
--   RETURNS jsonb LANGUAGE sql AS $$DELETE FROM migration.client_accounts WHERE id = client RETURNING
--   '{}'::jsonb$$
-- guard: ALTER FUNCTION migration.guard_append_only() RENAME TO former; CREATE FUNCTION pg_temp.keep()
--   RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; CREATE TRIGGER keep BEFORE DELETE
--   ON migration.access_audit_log FOR EACH ROW EXECUTE FUNCTION pg_temp.keep()
SELECT migration.archive_engagement('a1000000-0000-4000-8000-000000000001');
SELECT migration.purge_tenant('a0000000-0000-4000-8000-000000000001', 'alder');
-- expect: none
SELECT * FROM pg_temp.visible('a') WHERE rows > 0;
-- expect: 36
SELECT count(*) FROM pg_temp.visible('b') WHERE rows > 0;
