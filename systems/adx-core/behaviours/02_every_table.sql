-- The fence of each of the 55 tables with rows of tenants: two tenants have one row in every table, and one
-- login walks all of them. Each guard opens a single table, so that no fence hides behind another.

INSERT INTO tenants (id, name, slug, admin_email) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'Alder Analytics', 'alder', 'ops@alder.example.com'),
  ('b0000000-0000-4000-8000-000000000000', 'Birch Bakery', 'birch', 'ops@birch.example.com');
INSERT INTO users (id, tenant_id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash'),
  ('b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000000', 'bo@example.com', 'hash');

-- Both tenants at once: t is the tenant, u its user, d a digest of its own.
CREATE TEMP VIEW p AS
  SELECT tenant_id AS t, id AS u, encode(sha256(id::text::bytea), 'hex') AS d FROM users;
INSERT INTO tenant_schemas (tenant_id, schema_name) SELECT t, 'tenant_' || left(t::text, 1) FROM p;
INSERT INTO user_sessions (tenant_id, user_id, session_token, refresh_token, expires_at)
  SELECT t, u, d, d, now() + interval '1 hour' FROM p;
INSERT INTO tenant_memberships (tenant_id, user_id) SELECT t, u FROM p;
INSERT INTO audit_logs (tenant_id, action, resource_type) SELECT t, 'a', 'r' FROM p;
INSERT INTO password_reset_tokens (tenant_id, user_id, token, expires_at)
  SELECT t, u, d, now() + interval '1 hour' FROM p;
INSERT INTO email_verification_tokens (tenant_id, user_id, token, email, expires_at)
  SELECT t, u, d, 'e@example.com', now() + interval '1 hour' FROM p;
INSERT INTO user_mfa (tenant_id, user_id, mfa_type) SELECT t, u, 'totp' FROM p;
INSERT INTO sso_providers (tenant_id, provider_name, provider_type, configuration)
  SELECT t, 'n', 'oidc', '{}' FROM p;
INSERT INTO sso_user_mappings (tenant_id, user_id, sso_provider_id, external_user_id)
  SELECT t, u, s.id, 'x' FROM p JOIN sso_providers s ON s.tenant_id = t;
INSERT INTO api_keys (tenant_id, key_name, key_hash, key_prefix) SELECT t, 'n', d, 'p' FROM p;
INSERT INTO login_attempts (tenant_id, email, ip_address, success) SELECT t, 'e', '192.0.2.1', true FROM p;
INSERT INTO rate_limits (tenant_id, resource_type, identifier, window_start, window_end)
  SELECT t, 'login', d, now(), now() + interval '1 hour' FROM p;
INSERT INTO files (tenant_id, user_id, filename, original_filename, mime_type, file_size, storage_path)
  SELECT t, u, 'n', 'n', 'm', 1, '/' FROM p;
CREATE TEMP VIEW f AS SELECT p.*, id AS f FROM p JOIN files ON tenant_id = t;
INSERT INTO file_permissions (tenant_id, file_id, permission_type, granted_by) SELECT t, f, 'read', u FROM f;
INSERT INTO file_versions (tenant_id, file_id, version_number, filename, file_size, storage_path, checksum,
  mime_type, created_by) SELECT t, f, 1, 'n', 1, '/', d, 'm', u FROM f;
INSERT INTO file_shares (tenant_id, file_id, share_token, share_type, created_by)
  SELECT t, f, d, 'public', u FROM f;
INSERT INTO file_processing_jobs (tenant_id, file_id, job_type) SELECT t, f, 'thumbnail' FROM f;
INSERT INTO file_thumbnails (tenant_id, file_id, thumbnail_size, width, height, storage_path, file_size,
  mime_type) SELECT t, f, 'small', 1, 1, '/', 1, 'm' FROM f;
INSERT INTO file_tags (tenant_id, name, created_by) SELECT t, 'n', u FROM f;
INSERT INTO file_tag_assignments (tenant_id, file_id, tag_id, assigned_by)
  SELECT t, f, g.id, u FROM f JOIN file_tags g ON g.tenant_id = t;
INSERT INTO file_folders (tenant_id, name, created_by) SELECT t, 'n', u FROM f;
INSERT INTO file_folder_assignments (tenant_id, file_id, folder_id, assigned_by)
  SELECT t, f, g.id, u FROM f JOIN file_folders g ON g.tenant_id = t;
INSERT INTO file_access_logs (tenant_id, file_id, access_type) SELECT t, f, 'view' FROM f;
INSERT INTO storage_providers (tenant_id, provider_name, provider_type, configuration)
  SELECT t, 'n', 'local', '{}' FROM p;
INSERT INTO workflow_executions (tenant_id, workflow_id, workflow_type, run_id, task_queue)
  SELECT t, d, 'w', 'r', 'q' FROM p;
CREATE TEMP VIEW w AS SELECT p.*, id AS w FROM p JOIN workflow_executions ON tenant_id = t;
INSERT INTO workflow_activities (tenant_id, workflow_execution_id, activity_id, activity_type)
  SELECT t, w, 'a', 'a' FROM w;
INSERT INTO workflow_signals (tenant_id, workflow_execution_id, signal_name) SELECT t, w, 's' FROM w;
INSERT INTO workflow_queries (tenant_id, workflow_execution_id, query_name) SELECT t, w, 'q' FROM w;
INSERT INTO workflow_schedules (tenant_id, schedule_id, workflow_type, task_queue, cron_expression,
  created_by) SELECT t, d, 'w', 'q', '0 6 * * *', u FROM p;
INSERT INTO workflow_templates (tenant_id, template_name, workflow_type, input_schema, task_queue, created_by)
  SELECT t, 'n', 'w', '{}', 'q', u FROM p;
INSERT INTO workflow_metrics (tenant_id, workflow_type, metric_name, metric_value, metric_unit)
  SELECT t, 'w', 'm', 1, 'count' FROM p;
INSERT INTO ai_workflow_configs (tenant_id, workflow_type, ai_provider, model_name, configuration, created_by)
  SELECT t, 'w', 'local', 'm', '{}', u FROM p;
INSERT INTO cross_service_workflows (tenant_id, orchestration_id, orchestration_type, involved_services)
  SELECT t, d, 'o', '{a,b}' FROM p;
INSERT INTO tenant_billing (tenant_id, billing_email) SELECT t, 'e' FROM p;
INSERT INTO tenant_usage (tenant_id, usage_type, period_start, period_end)
  SELECT t, 'users', now(), now() + interval '1 day' FROM p;
INSERT INTO tenant_features (tenant_id, feature_name) SELECT t, 'n' FROM p;
INSERT INTO tenant_invitations (tenant_id, email, invited_by, invitation_token, expires_at)
  SELECT t, 'e', u, d, now() + interval '1 day' FROM p;
INSERT INTO tenant_domains (tenant_id, domain, verification_token) SELECT t, d, 'v' FROM p;
INSERT INTO tenant_branding (tenant_id) SELECT t FROM p;
INSERT INTO tenant_webhooks (tenant_id, webhook_name, endpoint_url, secret_key, events, created_by)
  SELECT t, 'n', 'https://example.com', 'enc:v1:AAAA', '{e}', u FROM p;
INSERT INTO tenant_backups (tenant_id, backup_name, backup_type, storage_location)
  SELECT t, 'n', 'full', 'l' FROM p;
INSERT INTO tenant_compliance (tenant_id, compliance_type) SELECT t, 'gdpr' FROM p;
INSERT INTO user_profiles (tenant_id, user_id) SELECT t, u FROM p;
INSERT INTO user_preferences (tenant_id, user_id, preference_category, preference_key, preference_value)
  SELECT t, u, 'ui', 'k', '1' FROM p;
INSERT INTO user_notification_settings (tenant_id, user_id, notification_type, event_category, event_name)
  SELECT t, u, 'email', 'file', 'n' FROM p;
INSERT INTO user_activity_log (tenant_id, user_id, activity_type) SELECT t, u, 'login' FROM p;
INSERT INTO user_teams (tenant_id, team_name, created_by) SELECT t, 'n', u FROM p;
INSERT INTO user_team_memberships (tenant_id, team_id, user_id)
  SELECT t, g.id, u FROM p JOIN user_teams g ON g.tenant_id = t;
INSERT INTO user_skills (tenant_id, user_id, skill_name) SELECT t, u, 'n' FROM p;
INSERT INTO users (id, tenant_id, email, password_hash)
  SELECT overlay(t::text PLACING '2' FROM 36)::uuid, t, 'second@example.com', 'hash' FROM p;
INSERT INTO user_connections (tenant_id, requester_id, requestee_id)
  SELECT t, u, overlay(t::text PLACING '2' FROM 36)::uuid FROM p WHERE u::text LIKE '%1';
INSERT INTO user_saved_searches (tenant_id, user_id, search_name, search_type, search_query)
  SELECT t, u, 'n', 'files', '{}' FROM p WHERE u::text LIKE '%1';
INSERT INTO user_bookmarks (tenant_id, user_id, bookmark_name, bookmark_type)
  SELECT t, u, 'n', 'file' FROM p WHERE u::text LIKE '%1';
INSERT INTO query_performance_log (tenant_id, query_hash, query_type, execution_time_ms)
  SELECT DISTINCT t, 'h', 'SELECT', 1 FROM p;

-- The fenced tables, children before their parents.
CREATE TEMP VIEW fenced AS
  WITH RECURSIVE tree AS (
    SELECT polrelid AS relation, 0 AS depth FROM pg_policy WHERE polname LIKE 'tenant\_isolation\_%'
    UNION
    SELECT k.confrelid, tree.depth + 1
    FROM tree JOIN pg_constraint k ON k.conrelid = tree.relation AND k.contype = 'f'
    WHERE k.confrelid <> k.conrelid
  )
  SELECT c.relname AS name, c.oid, CASE c.relname WHEN 'tenants' THEN 'id' ELSE 'tenant_id' END AS key
  FROM tree JOIN pg_class c ON c.oid = tree.relation
  WHERE c.relnamespace = 'public'::regnamespace
  GROUP BY c.oid, c.relname
  ORDER BY max(tree.depth), c.relname;
GRANT SELECT ON fenced TO PUBLIC;

-- Runs one statement per table that the role has the right to, and counts the tables in which it worked on
-- rows. %1$s is the table, %2$s its tenant column.
CREATE FUNCTION pg_temp.tables_hit(right_needed text, statement text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  target record;
  touched bigint;
  hit integer := 0;
BEGIN
  FOR target IN SELECT * FROM fenced LOOP
    CONTINUE WHEN NOT has_table_privilege(target.oid, right_needed);
    EXECUTE format(statement, target.name, target.key);
    GET DIAGNOSTICS touched = ROW_COUNT;
    hit := hit + (touched > 0)::integer;
  END LOOP;
  RETURN hit;
END
$$;

-- case: with a context, each of the 55 tables shows rows of that tenant and none of another
-- guard: ALTER POLICY tenant_isolation_ai_workflow_configs ON ai_workflow_configs USING (true)
-- guard: ALTER POLICY tenant_isolation_api_keys ON api_keys USING (true)
-- guard: ALTER POLICY tenant_isolation_audit_logs ON audit_logs USING (true)
-- guard: ALTER POLICY tenant_isolation_cross_service_workflows ON cross_service_workflows USING (true)
-- guard: ALTER POLICY tenant_isolation_email_verification_tokens ON email_verification_tokens USING (true)
-- guard: ALTER POLICY tenant_isolation_file_access_logs ON file_access_logs USING (true)
-- guard: ALTER POLICY tenant_isolation_file_folder_assignments ON file_folder_assignments USING (true)
-- guard: ALTER POLICY tenant_isolation_file_folders ON file_folders USING (true)
-- guard: ALTER POLICY tenant_isolation_file_permissions ON file_permissions USING (true)
-- guard: ALTER POLICY tenant_isolation_file_processing_jobs ON file_processing_jobs USING (true)
-- guard: ALTER POLICY tenant_isolation_file_shares ON file_shares USING (true)
-- guard: ALTER POLICY tenant_isolation_file_tag_assignments ON file_tag_assignments USING (true)
-- guard: ALTER POLICY tenant_isolation_file_tags ON file_tags USING (true)
-- guard: ALTER POLICY tenant_isolation_file_thumbnails ON file_thumbnails USING (true)
-- guard: ALTER POLICY tenant_isolation_file_versions ON file_versions USING (true)
-- guard: ALTER POLICY tenant_isolation_files ON files USING (true)
-- guard: ALTER POLICY tenant_isolation_login_attempts ON login_attempts USING (true)
-- guard: ALTER POLICY tenant_isolation_password_reset_tokens ON password_reset_tokens USING (true)
-- guard: ALTER POLICY tenant_isolation_query_performance_log ON query_performance_log USING (true)
-- guard: ALTER POLICY tenant_isolation_rate_limits ON rate_limits USING (true)
-- guard: ALTER POLICY tenant_isolation_sso_providers ON sso_providers USING (true)
-- guard: ALTER POLICY tenant_isolation_sso_user_mappings ON sso_user_mappings USING (true)
-- guard: ALTER POLICY tenant_isolation_storage_providers ON storage_providers USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_backups ON tenant_backups USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_billing ON tenant_billing USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_branding ON tenant_branding USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_compliance ON tenant_compliance USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_domains ON tenant_domains USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_features ON tenant_features USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_invitations ON tenant_invitations USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_memberships ON tenant_memberships USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_schemas ON tenant_schemas USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_usage ON tenant_usage USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_webhooks ON tenant_webhooks USING (true)
-- guard: ALTER POLICY tenant_isolation_tenants ON tenants USING (true)
-- guard: ALTER POLICY tenant_isolation_user_activity_log ON user_activity_log USING (true)
-- guard: ALTER POLICY tenant_isolation_user_bookmarks ON user_bookmarks USING (true)
-- guard: ALTER POLICY tenant_isolation_user_connections ON user_connections USING (true)
-- guard: ALTER POLICY tenant_isolation_user_mfa ON user_mfa USING (true)
-- guard: ALTER POLICY tenant_isolation_user_notification_settings ON user_notification_settings USING (true)
-- guard: ALTER POLICY tenant_isolation_user_preferences ON user_preferences USING (true)
-- guard: ALTER POLICY tenant_isolation_user_profiles ON user_profiles USING (true)
-- guard: ALTER POLICY tenant_isolation_user_saved_searches ON user_saved_searches USING (true)
-- guard: ALTER POLICY tenant_isolation_user_sessions ON user_sessions USING (true)
-- guard: ALTER POLICY tenant_isolation_user_skills ON user_skills USING (true)
-- guard: ALTER POLICY tenant_isolation_user_team_memberships ON user_team_memberships USING (true)
-- guard: ALTER POLICY tenant_isolation_user_teams ON user_teams USING (true)
-- guard: ALTER POLICY tenant_isolation_users ON users USING (true)
-- guard: ALTER POLICY tenant_isolation_workflow_activities ON workflow_activities USING (true)
-- guard: ALTER POLICY tenant_isolation_workflow_executions ON workflow_executions USING (true)
-- guard: ALTER POLICY tenant_isolation_workflow_metrics ON workflow_metrics USING (true)
-- guard: ALTER POLICY tenant_isolation_workflow_queries ON workflow_queries USING (true)
-- guard: ALTER POLICY tenant_isolation_workflow_schedules ON workflow_schedules USING (true)
-- guard: ALTER POLICY tenant_isolation_workflow_signals ON workflow_signals USING (true)
-- guard: ALTER POLICY tenant_isolation_workflow_templates ON workflow_templates USING (true)
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: 55
SELECT pg_temp.tables_hit('SELECT', 'SELECT FROM %1$I WHERE %2$I = get_current_tenant_id()');
-- expect: 0
SELECT pg_temp.tables_hit('SELECT', 'SELECT FROM %1$I WHERE %2$I IS DISTINCT FROM get_current_tenant_id()');

-- case: without a context, none of the 55 tables shows a row
-- guard: CREATE OR REPLACE FUNCTION get_current_tenant_id() RETURNS uuid LANGUAGE sql STABLE
--   RETURN 'b0000000-0000-4000-8000-000000000000'::uuid
SET LOCAL ROLE adx_app;
-- expect: 0
SELECT pg_temp.tables_hit('SELECT', 'SELECT FROM %1$I');

-- case: reading only, each of the 55 tables shows rows of the tenant in the context and none of another
-- guard: GRANT SELECT ON users TO adx_readonly; ALTER POLICY all_tenants_users ON users TO PUBLIC
SET LOCAL ROLE adx_readonly;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: 55
SELECT pg_temp.tables_hit('SELECT', 'SELECT FROM %1$I WHERE %2$I = get_current_tenant_id()');
-- expect: 0
SELECT pg_temp.tables_hit('SELECT', 'SELECT FROM %1$I WHERE %2$I IS DISTINCT FROM get_current_tenant_id()');

-- Triggers and unique keys would refuse many of these rows too. Here only the policies may: the triggers are
-- off, and each row of the other tenant is taken away before the application tries to write it back.
-- case: no table takes a row of another tenant
-- guard: ALTER POLICY tenant_isolation_ai_workflow_configs ON ai_workflow_configs WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_api_keys ON api_keys WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_audit_logs ON audit_logs WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_cross_service_workflows ON cross_service_workflows WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_email_verification_tokens ON email_verification_tokens
--   WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_access_logs ON file_access_logs WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_folder_assignments ON file_folder_assignments WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_folders ON file_folders WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_permissions ON file_permissions WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_processing_jobs ON file_processing_jobs WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_shares ON file_shares WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_tag_assignments ON file_tag_assignments WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_tags ON file_tags WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_thumbnails ON file_thumbnails WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_versions ON file_versions WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_files ON files WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_login_attempts ON login_attempts WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_password_reset_tokens ON password_reset_tokens WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_query_performance_log ON query_performance_log WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_rate_limits ON rate_limits WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_sso_providers ON sso_providers WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_sso_user_mappings ON sso_user_mappings WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_storage_providers ON storage_providers WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_backups ON tenant_backups WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_billing ON tenant_billing WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_branding ON tenant_branding WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_compliance ON tenant_compliance WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_domains ON tenant_domains WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_features ON tenant_features WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_invitations ON tenant_invitations WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_memberships ON tenant_memberships WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_usage ON tenant_usage WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_webhooks ON tenant_webhooks WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_activity_log ON user_activity_log WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_bookmarks ON user_bookmarks WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_connections ON user_connections WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_mfa ON user_mfa WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_notification_settings ON user_notification_settings
--   WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_preferences ON user_preferences WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_profiles ON user_profiles WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_saved_searches ON user_saved_searches WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_sessions ON user_sessions WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_skills ON user_skills WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_team_memberships ON user_team_memberships WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_teams ON user_teams WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_users ON users WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_workflow_activities ON workflow_activities WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_workflow_executions ON workflow_executions WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_workflow_metrics ON workflow_metrics WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_workflow_queries ON workflow_queries WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_workflow_schedules ON workflow_schedules WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_workflow_signals ON workflow_signals WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_workflow_templates ON workflow_templates WITH CHECK (true)
DO $$
DECLARE
  target record;
BEGIN
  FOR target IN SELECT name FROM fenced LOOP
    EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', target.name);
  END LOOP;
END
$$;
CREATE TEMP TABLE accepted (name text);
DO $$
DECLARE
  target record;
  lost record;
BEGIN
  FOR target IN SELECT name FROM fenced WHERE has_table_privilege('adx_app', oid, 'INSERT') LOOP
    FOR lost IN EXECUTE format(
      'DELETE FROM %1$I WHERE tenant_id = %2$L RETURNING to_jsonb(%1$I.*) AS whole',
      target.name, 'a0000000-0000-4000-8000-000000000000'
    ) LOOP
      BEGIN
        SET LOCAL ROLE adx_app;
        PERFORM set_tenant_context('b0000000-0000-4000-8000-000000000000');
        EXECUTE format('INSERT INTO %1$I SELECT * FROM jsonb_populate_record(NULL::%1$I, $1)', target.name)
          USING lost.whole;
        RAISE triggered_action_exception;  -- accepted: undo it, with the role
      EXCEPTION
        WHEN triggered_action_exception THEN
          INSERT INTO accepted VALUES (target.name);
        WHEN insufficient_privilege THEN
          IF SQLERRM NOT LIKE '%row-level security%' THEN
            RAISE;
          END IF;
      END;
    END LOOP;
  END LOOP;
END
$$;
-- expect: none
SELECT DISTINCT name FROM accepted;

-- case: an update of everything stays inside the tenant, in each table
-- guard: ALTER POLICY tenant_isolation_ai_workflow_configs ON ai_workflow_configs
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_api_keys ON api_keys USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_cross_service_workflows ON cross_service_workflows
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_email_verification_tokens ON email_verification_tokens
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_folder_assignments ON file_folder_assignments
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_folders ON file_folders USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_permissions ON file_permissions USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_processing_jobs ON file_processing_jobs
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_shares ON file_shares USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_tag_assignments ON file_tag_assignments
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_tags ON file_tags USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_thumbnails ON file_thumbnails USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_file_versions ON file_versions USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_files ON files USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_password_reset_tokens ON password_reset_tokens
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_rate_limits ON rate_limits USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_sso_providers ON sso_providers USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_sso_user_mappings ON sso_user_mappings
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_storage_providers ON storage_providers
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_backups ON tenant_backups USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_billing ON tenant_billing USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_branding ON tenant_branding USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_compliance ON tenant_compliance
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_domains ON tenant_domains USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_features ON tenant_features USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_invitations ON tenant_invitations
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_memberships ON tenant_memberships
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_usage ON tenant_usage USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_tenant_webhooks ON tenant_webhooks USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_bookmarks ON user_bookmarks USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_connections ON user_connections USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_mfa ON user_mfa USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_notification_settings ON user_notification_settings
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_preferences ON user_preferences USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_profiles ON user_profiles USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_saved_searches ON user_saved_searches
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_sessions ON user_sessions USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_skills ON user_skills USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_team_memberships ON user_team_memberships
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_user_teams ON user_teams USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_users ON users USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_workflow_activities ON workflow_activities
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_workflow_executions ON workflow_executions
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_workflow_metrics ON workflow_metrics USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_workflow_queries ON workflow_queries USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_workflow_schedules ON workflow_schedules
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_workflow_signals ON workflow_signals USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tenant_isolation_workflow_templates ON workflow_templates
--   USING (true) WITH CHECK (true)
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: 0
SELECT pg_temp.tables_hit(
  'UPDATE', 'UPDATE %1$I SET %2$I = %2$I WHERE %2$I IS DISTINCT FROM get_current_tenant_id()'
);
-- expect: 48
SELECT pg_temp.tables_hit('UPDATE', 'UPDATE %1$I SET %2$I = %2$I');

-- case: a deletion of everything stays inside the tenant, in each table
-- guard: ALTER POLICY tenant_isolation_ai_workflow_configs ON ai_workflow_configs USING (true)
-- guard: ALTER POLICY tenant_isolation_api_keys ON api_keys USING (true)
-- guard: ALTER POLICY tenant_isolation_cross_service_workflows ON cross_service_workflows USING (true)
-- guard: ALTER POLICY tenant_isolation_email_verification_tokens ON email_verification_tokens USING (true)
-- guard: ALTER POLICY tenant_isolation_file_folder_assignments ON file_folder_assignments USING (true)
-- guard: ALTER POLICY tenant_isolation_file_folders ON file_folders USING (true)
-- guard: ALTER POLICY tenant_isolation_file_permissions ON file_permissions USING (true)
-- guard: ALTER POLICY tenant_isolation_file_processing_jobs ON file_processing_jobs USING (true)
-- guard: ALTER POLICY tenant_isolation_file_shares ON file_shares USING (true)
-- guard: ALTER POLICY tenant_isolation_file_tag_assignments ON file_tag_assignments USING (true)
-- guard: ALTER POLICY tenant_isolation_file_tags ON file_tags USING (true)
-- guard: ALTER POLICY tenant_isolation_file_thumbnails ON file_thumbnails USING (true)
-- guard: ALTER POLICY tenant_isolation_file_versions ON file_versions USING (true)
-- guard: ALTER POLICY tenant_isolation_files ON files USING (true)
-- guard: ALTER POLICY tenant_isolation_password_reset_tokens ON password_reset_tokens USING (true)
-- guard: ALTER POLICY tenant_isolation_rate_limits ON rate_limits USING (true)
-- guard: ALTER POLICY tenant_isolation_sso_providers ON sso_providers USING (true)
-- guard: ALTER POLICY tenant_isolation_sso_user_mappings ON sso_user_mappings USING (true)
-- guard: ALTER POLICY tenant_isolation_storage_providers ON storage_providers USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_backups ON tenant_backups USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_billing ON tenant_billing USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_branding ON tenant_branding USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_compliance ON tenant_compliance USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_domains ON tenant_domains USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_features ON tenant_features USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_invitations ON tenant_invitations USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_memberships ON tenant_memberships USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_usage ON tenant_usage USING (true)
-- guard: ALTER POLICY tenant_isolation_tenant_webhooks ON tenant_webhooks USING (true)
-- guard: ALTER POLICY tenant_isolation_user_bookmarks ON user_bookmarks USING (true)
-- guard: ALTER POLICY tenant_isolation_user_connections ON user_connections USING (true)
-- guard: ALTER POLICY tenant_isolation_user_mfa ON user_mfa USING (true)
-- guard: ALTER POLICY tenant_isolation_user_notification_settings ON user_notification_settings USING (true)
-- guard: ALTER POLICY tenant_isolation_user_preferences ON user_preferences USING (true)
-- guard: ALTER POLICY tenant_isolation_user_profiles ON user_profiles USING (true)
-- guard: ALTER POLICY tenant_isolation_user_saved_searches ON user_saved_searches USING (true)
-- guard: ALTER POLICY tenant_isolation_user_sessions ON user_sessions USING (true)
-- guard: ALTER POLICY tenant_isolation_user_skills ON user_skills USING (true)
-- guard: ALTER POLICY tenant_isolation_user_team_memberships ON user_team_memberships USING (true)
-- guard: ALTER POLICY tenant_isolation_user_teams ON user_teams USING (true)
-- guard: ALTER POLICY tenant_isolation_users ON users USING (true)
-- guard: ALTER POLICY tenant_isolation_workflow_activities ON workflow_activities USING (true)
-- guard: ALTER POLICY tenant_isolation_workflow_executions ON workflow_executions USING (true)
-- guard: ALTER POLICY tenant_isolation_workflow_metrics ON workflow_metrics USING (true)
-- guard: ALTER POLICY tenant_isolation_workflow_queries ON workflow_queries USING (true)
-- guard: ALTER POLICY tenant_isolation_workflow_schedules ON workflow_schedules USING (true)
-- guard: ALTER POLICY tenant_isolation_workflow_signals ON workflow_signals USING (true)
-- guard: ALTER POLICY tenant_isolation_workflow_templates ON workflow_templates USING (true)
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: 48
SELECT pg_temp.tables_hit('DELETE', 'DELETE FROM %1$I');
RESET ROLE;
-- expect: 55
SELECT pg_temp.tables_hit('SELECT', $$
  SELECT FROM %1$I WHERE %2$I = 'b0000000-0000-4000-8000-000000000000'
$$);

-- case: a changed row shows when it was changed, in each table that keeps it
-- guard: DROP TRIGGER update_tenants_updated_at ON tenants
-- guard: DROP TRIGGER update_users_updated_at ON users
-- guard: DROP TRIGGER update_files_updated_at ON files
-- guard: DROP TRIGGER update_user_mfa_updated_at ON user_mfa
-- guard: DROP TRIGGER update_sso_providers_updated_at ON sso_providers
-- guard: DROP TRIGGER update_sso_user_mappings_updated_at ON sso_user_mappings
-- guard: DROP TRIGGER update_api_keys_updated_at ON api_keys
-- guard: DROP TRIGGER update_rate_limits_updated_at ON rate_limits
-- guard: DROP TRIGGER update_file_shares_updated_at ON file_shares
-- guard: DROP TRIGGER update_file_processing_jobs_updated_at ON file_processing_jobs
-- guard: DROP TRIGGER update_file_folders_updated_at ON file_folders
-- guard: DROP TRIGGER update_storage_providers_updated_at ON storage_providers
-- guard: DROP TRIGGER update_workflow_executions_updated_at ON workflow_executions
-- guard: DROP TRIGGER update_workflow_activities_updated_at ON workflow_activities
-- guard: DROP TRIGGER update_workflow_schedules_updated_at ON workflow_schedules
-- guard: DROP TRIGGER update_workflow_templates_updated_at ON workflow_templates
-- guard: DROP TRIGGER update_ai_workflow_configs_updated_at ON ai_workflow_configs
-- guard: DROP TRIGGER update_cross_service_workflows_updated_at ON cross_service_workflows
-- guard: DROP TRIGGER update_tenant_billing_updated_at ON tenant_billing
-- guard: DROP TRIGGER update_tenant_usage_updated_at ON tenant_usage
-- guard: DROP TRIGGER update_tenant_features_updated_at ON tenant_features
-- guard: DROP TRIGGER update_tenant_domains_updated_at ON tenant_domains
-- guard: DROP TRIGGER update_tenant_branding_updated_at ON tenant_branding
-- guard: DROP TRIGGER update_tenant_webhooks_updated_at ON tenant_webhooks
-- guard: DROP TRIGGER update_tenant_backups_updated_at ON tenant_backups
-- guard: DROP TRIGGER update_tenant_compliance_updated_at ON tenant_compliance
-- guard: DROP TRIGGER update_user_profiles_updated_at ON user_profiles
-- guard: DROP TRIGGER update_user_preferences_updated_at ON user_preferences
-- guard: DROP TRIGGER update_user_notification_settings_updated_at ON user_notification_settings
-- guard: DROP TRIGGER update_user_teams_updated_at ON user_teams
-- guard: DROP TRIGGER update_user_skills_updated_at ON user_skills
-- guard: DROP TRIGGER update_user_saved_searches_updated_at ON user_saved_searches
-- guard: DROP TRIGGER update_user_bookmarks_updated_at ON user_bookmarks
-- guard: DROP TRIGGER update_database_health_checks_updated_at ON database_health_checks
INSERT INTO database_health_checks (check_name, check_type, status) VALUES ('n', 'automated', 'unknown');
CREATE TEMP TABLE stale (name text);
DO $$
DECLARE
  target regclass;
BEGIN
  FOR target IN
    SELECT f.oid FROM fenced f JOIN pg_attribute a ON a.attrelid = f.oid AND a.attname = 'updated_at'
    UNION ALL
    SELECT 'database_health_checks'::regclass
  LOOP
    EXECUTE format('UPDATE %s SET id = id', target);
    EXECUTE format('INSERT INTO stale SELECT %L FROM %s WHERE updated_at <= created_at', target, target);
  END LOOP;
END
$$;
-- expect: none
SELECT DISTINCT name FROM stale;

-- case: a column with a list of values takes no other
-- guard: ALTER TABLE ai_workflow_configs DROP CONSTRAINT ai_workflow_configs_ai_provider_check
-- guard: ALTER TABLE cross_service_workflows DROP CONSTRAINT cross_service_workflows_status_check
-- guard: ALTER TABLE database_health_checks DROP CONSTRAINT database_health_checks_check_type_check
-- guard: ALTER TABLE database_health_checks DROP CONSTRAINT database_health_checks_status_check
-- guard: ALTER TABLE file_access_logs DROP CONSTRAINT file_access_logs_access_type_check
-- guard: ALTER TABLE file_permissions DROP CONSTRAINT file_permissions_permission_type_check
-- guard: ALTER TABLE file_processing_jobs DROP CONSTRAINT file_processing_jobs_job_type_check
-- guard: ALTER TABLE file_processing_jobs DROP CONSTRAINT file_processing_jobs_status_check
-- guard: ALTER TABLE file_shares DROP CONSTRAINT file_shares_share_type_check
-- guard: ALTER TABLE file_thumbnails DROP CONSTRAINT file_thumbnails_thumbnail_size_check
-- guard: ALTER TABLE query_performance_log DROP CONSTRAINT query_performance_log_query_type_check
-- guard: ALTER TABLE rate_limits DROP CONSTRAINT rate_limits_resource_type_check
-- guard: ALTER TABLE sso_providers DROP CONSTRAINT sso_providers_provider_type_check
-- guard: ALTER TABLE storage_providers DROP CONSTRAINT storage_providers_provider_type_check
-- guard: ALTER TABLE tenant_backups DROP CONSTRAINT tenant_backups_backup_type_check
-- guard: ALTER TABLE tenant_backups DROP CONSTRAINT tenant_backups_status_check
-- guard: ALTER TABLE tenant_compliance DROP CONSTRAINT tenant_compliance_compliance_type_check
-- guard: ALTER TABLE tenant_databases DROP CONSTRAINT tenant_databases_status_check
-- guard: ALTER TABLE tenant_usage DROP CONSTRAINT tenant_usage_usage_type_check
-- guard: ALTER TABLE user_activity_log DROP CONSTRAINT user_activity_log_activity_type_check
-- guard: ALTER TABLE user_activity_log DROP CONSTRAINT user_activity_log_resource_type_check
-- guard: ALTER TABLE user_bookmarks DROP CONSTRAINT user_bookmarks_bookmark_type_check
-- guard: ALTER TABLE user_connections DROP CONSTRAINT user_connections_connection_type_check
-- guard: ALTER TABLE user_connections DROP CONSTRAINT user_connections_status_check
-- guard: ALTER TABLE user_mfa DROP CONSTRAINT user_mfa_mfa_type_check
-- guard: ALTER TABLE user_notification_settings
--   DROP CONSTRAINT user_notification_settings_delivery_schedule_check
-- guard: ALTER TABLE user_notification_settings
--   DROP CONSTRAINT user_notification_settings_event_category_check
-- guard: ALTER TABLE user_notification_settings
--   DROP CONSTRAINT user_notification_settings_notification_type_check
-- guard: ALTER TABLE user_preferences DROP CONSTRAINT user_preferences_preference_category_check
-- guard: ALTER TABLE user_saved_searches DROP CONSTRAINT user_saved_searches_search_type_check
-- guard: ALTER TABLE user_skills DROP CONSTRAINT user_skills_skill_category_check
-- guard: ALTER TABLE user_team_memberships DROP CONSTRAINT user_team_memberships_role_check
-- guard: ALTER TABLE workflow_activities DROP CONSTRAINT workflow_activities_status_check
-- guard: ALTER TABLE workflow_executions DROP CONSTRAINT workflow_executions_status_check
-- guard: ALTER TABLE workflow_metrics DROP CONSTRAINT workflow_metrics_metric_unit_check
INSERT INTO database_health_checks (check_name, check_type, status) VALUES ('n', 'automated', 'unknown');
INSERT INTO tenant_databases (tenant_id, database_name, dsn_ref)
  SELECT DISTINCT t, 'd_' || t, 'vault:d' FROM p;
CREATE FUNCTION pg_temp.takes(target text, field text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', target);
  EXECUTE format('UPDATE %I SET %I = ''other''', target, field);
  RETURN true;
EXCEPTION WHEN check_violation THEN
  RETURN false;
END
$$;
-- expect: none
SELECT target, field
FROM (VALUES
  ('ai_workflow_configs', 'ai_provider'),
  ('cross_service_workflows', 'status'),
  ('database_health_checks', 'check_type'),
  ('database_health_checks', 'status'),
  ('file_access_logs', 'access_type'),
  ('file_permissions', 'permission_type'),
  ('file_processing_jobs', 'job_type'),
  ('file_processing_jobs', 'status'),
  ('file_shares', 'share_type'),
  ('file_thumbnails', 'thumbnail_size'),
  ('query_performance_log', 'query_type'),
  ('rate_limits', 'resource_type'),
  ('sso_providers', 'provider_type'),
  ('storage_providers', 'provider_type'),
  ('tenant_backups', 'backup_type'),
  ('tenant_backups', 'status'),
  ('tenant_compliance', 'compliance_type'),
  ('tenant_databases', 'status'),
  ('tenant_usage', 'usage_type'),
  ('user_activity_log', 'activity_type'),
  ('user_activity_log', 'resource_type'),
  ('user_bookmarks', 'bookmark_type'),
  ('user_connections', 'connection_type'),
  ('user_connections', 'status'),
  ('user_mfa', 'mfa_type'),
  ('user_notification_settings', 'delivery_schedule'),
  ('user_notification_settings', 'event_category'),
  ('user_notification_settings', 'notification_type'),
  ('user_preferences', 'preference_category'),
  ('user_saved_searches', 'search_type'),
  ('user_skills', 'skill_category'),
  ('user_team_memberships', 'role'),
  ('workflow_activities', 'status'),
  ('workflow_executions', 'status'),
  ('workflow_metrics', 'metric_unit')
) AS listed (target, field)
WHERE pg_temp.takes(target, field);
