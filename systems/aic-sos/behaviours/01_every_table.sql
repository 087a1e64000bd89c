-- What holds for every table of a tenant: two tenants with one row or more in each of the 26 tables.

INSERT INTO tenants (tenant_id, name, region) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Works', 'us-east-1'),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Labs', 'eu-west-1');
INSERT INTO workspaces (workspace_id, tenant_id, name, region) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'main', 'us-east-1'),
  ('b1000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'main', 'eu-west-1');
INSERT INTO environments (workspace_id, tenant_id, name, tier)
SELECT workspace_id, tenant_id, 'production', 'prod' FROM workspaces;
INSERT INTO workspace_config (workspace_id, tenant_id) SELECT workspace_id, tenant_id FROM workspaces;
INSERT INTO audit_config (tenant_id) SELECT tenant_id FROM tenants;
INSERT INTO principals (principal_id, tenant_id, type, email) VALUES
  ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'human',
    'alice@alder.example.com'),
  ('b2000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'human',
    'boris@birch.example.com');
INSERT INTO role_bindings (principal_id, role_id, workspace_id, tenant_id)
SELECT p.principal_id, r.role_id, r.workspace_id, r.tenant_id
FROM principals AS p JOIN roles AS r USING (tenant_id) WHERE r.name = 'approver';
INSERT INTO api_keys (principal_id, tenant_id, workspace_id, key_hash, name, key_preview)
SELECT p.principal_id, w.tenant_id, w.workspace_id, encode(sha256(w.tenant_id::text::bytea), 'hex'), 'ci',
  '0001'
FROM principals AS p JOIN workspaces AS w USING (tenant_id);
INSERT INTO sessions (principal_id, tenant_id, jwt_sub, issued_at, expires_at)
SELECT principal_id, tenant_id, 'subject', now(), now() + interval '1 hour' FROM principals;
INSERT INTO workflows (workflow_id, tenant_id, workspace_id, name) VALUES
  ('a3000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'triage'),
  ('b3000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001',
    'b1000000-0000-4000-8000-000000000001', 'triage');
INSERT INTO workflow_versions (
  workflow_version_id, tenant_id, workflow_id, version, definition_yaml, model_pin) VALUES
  ('a4000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
    'a3000000-0000-4000-8000-000000000001', '1.0.0', 'steps: []', '{}'),
  ('b4000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001',
    'b3000000-0000-4000-8000-000000000001', '1.0.0', 'steps: []', '{}');
SELECT publish_workflow_version(v.workflow_version_id, p.principal_id)
FROM workflow_versions AS v JOIN principals AS p USING (tenant_id);
INSERT INTO policies (tenant_id, name, version, policy_rego)
SELECT tenant_id, 'limits', '1', 'package limits' FROM tenants;
INSERT INTO policy_bindings (tenant_id, workspace_id, policy_id, workflow_id)
SELECT w.tenant_id, w.workspace_id, p.policy_id, w.workflow_id
FROM workflows AS w JOIN policies AS p USING (tenant_id);
INSERT INTO runs (run_id, tenant_id, workspace_id, workflow_version_id, trigger_type) VALUES
  ('a5000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'a4000000-0000-4000-8000-000000000001', 'manual'),
  ('b5000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001',
    'b1000000-0000-4000-8000-000000000001', 'b4000000-0000-4000-8000-000000000001', 'manual');
INSERT INTO steps (run_id, tenant_id, workspace_id, step_name, step_type, sequence)
SELECT run_id, tenant_id, workspace_id, 'gate', 'approval_gate', 1 FROM runs;
UPDATE runs SET status = 'running';
UPDATE steps SET status = 'running';
SELECT request_approval(step_id, 'low', 'close the ticket') FROM steps;
INSERT INTO approval_decisions (approval_request_id, tenant_id, decided_by, decision)
SELECT r.approval_request_id, r.tenant_id, p.principal_id, 'approved'
FROM approval_requests AS r JOIN principals AS p USING (tenant_id);
INSERT INTO tool_calls (run_id, step_id, tenant_id, tool_type, tool_name, input_data)
SELECT run_id, step_id, tenant_id, 'llm', 'summarise', '{}' FROM steps;
INSERT INTO provider_keys (tenant_id, workspace_id, provider_type, name, encrypted_key, kms_key_id)
SELECT tenant_id, workspace_id, 'openai', 'main', 'enc:first', 'kms-1' FROM workspaces;
INSERT INTO key_validation_results (tenant_id, provider_key_id, validation_test, result)
SELECT tenant_id, provider_key_id, 'syntax', 'pass' FROM provider_keys;
INSERT INTO connector_installations (
  tenant_id, workspace_id, connector_type, connector_version, encrypted_config, kms_key_id)
SELECT tenant_id, workspace_id, 'ticketing', '1.0', 'enc:first', 'kms-1' FROM workspaces;
INSERT INTO secret_rotation_log (tenant_id, secret_type, secret_id)
SELECT tenant_id, 'provider_key', provider_key_id FROM provider_keys;
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit)
SELECT tenant_id, workspace_id, 'api_calls', 'requests', 1, 'calls' FROM workspaces;
INSERT INTO usage_summary (tenant_id, workspace_id, period, period_start, period_end)
SELECT tenant_id, workspace_id, 'daily', '2026-01-01 00:00+00', '2026-01-02 00:00+00' FROM workspaces;

-- Counts the rows of each table of tenants that the caller sees, as a whole or of one tenant.
CREATE FUNCTION pg_temp.visible(condition text) RETURNS TABLE (relation name, rows bigint)
LANGUAGE sql AS $func$
  SELECT c.relname, (xpath('/row/n/text()', query_to_xml(
    format('SELECT count(*) AS n FROM public.%I WHERE %s', c.relname, condition), false, true, '')
  ))[1]::text::bigint
  FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  ORDER BY c.relname COLLATE "C"
$func$;

-- case: a tenant sees its own rows and none of another, in any table
-- guard: ALTER POLICY tenants_isolation ON tenants USING (true)
-- guard: ALTER POLICY workspaces_isolation ON workspaces USING (true)
-- guard: ALTER POLICY environments_isolation ON environments USING (true)
-- guard: ALTER POLICY workspace_config_isolation ON workspace_config USING (true)
-- guard: ALTER POLICY principals_isolation ON principals USING (true)
-- guard: ALTER POLICY roles_isolation ON roles USING (true)
-- guard: ALTER POLICY role_bindings_isolation ON role_bindings USING (true)
-- guard: ALTER POLICY api_keys_isolation ON api_keys USING (true)
-- guard: ALTER POLICY sessions_isolation ON sessions USING (true)
-- guard: ALTER POLICY workflows_isolation ON workflows USING (true)
-- guard: ALTER POLICY workflow_versions_isolation ON workflow_versions USING (true)
-- guard: ALTER POLICY policies_isolation ON policies USING (true)
-- guard: ALTER POLICY policy_bindings_isolation ON policy_bindings USING (true)
-- guard: ALTER POLICY runs_isolation ON runs USING (true)
-- guard: ALTER POLICY steps_isolation ON steps USING (true)
-- guard: ALTER POLICY approval_requests_isolation ON approval_requests USING (true)
-- guard: ALTER POLICY approval_decisions_isolation ON approval_decisions USING (true)
-- guard: ALTER POLICY tool_calls_isolation ON tool_calls USING (true)
-- guard: ALTER POLICY provider_keys_isolation ON provider_keys USING (true)
-- guard: ALTER POLICY connector_installations_isolation ON connector_installations USING (true)
-- guard: ALTER POLICY secret_rotation_log_isolation ON secret_rotation_log USING (true)
-- guard: ALTER POLICY key_validation_results_isolation ON key_validation_results USING (true)
-- guard: ALTER POLICY audit_events_isolation ON audit_events USING (true)
-- guard: ALTER POLICY metering_events_isolation ON metering_events USING (true)
-- guard: ALTER POLICY usage_summary_isolation ON usage_summary USING (true)
-- guard: ALTER POLICY audit_config_isolation ON audit_config USING (true)
SET LOCAL ROLE app_reader;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: 26
SELECT count(*) FROM pg_temp.visible($$tenant_id = 'a0000000-0000-4000-8000-000000000001'$$) WHERE rows > 0;
-- expect: none
SELECT * FROM pg_temp.visible($$tenant_id <> 'a0000000-0000-4000-8000-000000000001'$$) WHERE rows > 0;

-- case: without a tenant in the context no table shows a row
-- guard: ALTER TABLE tenants DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE workspaces DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE environments DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE workspace_config DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE principals DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE roles DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE role_bindings DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE api_keys DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE sessions DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE workflows DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE workflow_versions DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE policies DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE policy_bindings DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE runs DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE steps DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE approval_requests DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE approval_decisions DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE tool_calls DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE provider_keys DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE connector_installations DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE secret_rotation_log DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE key_validation_results DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE audit_events DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE metering_events DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE usage_summary DISABLE ROW LEVEL SECURITY
-- guard: ALTER TABLE audit_config DISABLE ROW LEVEL SECURITY
SET LOCAL ROLE app_reader;
-- expect: none
SELECT * FROM pg_temp.visible('true') WHERE rows > 0;

-- case: the owner of the tables is bound like everybody
-- guard: ALTER TABLE tenants NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE workspaces NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE environments NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE workspace_config NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE principals NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE roles NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE role_bindings NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE api_keys NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE sessions NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE workflows NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE workflow_versions NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE policies NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE policy_bindings NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE runs NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE steps NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE approval_requests NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE approval_decisions NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE tool_calls NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE provider_keys NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE connector_installations NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE secret_rotation_log NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE key_validation_results NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE audit_events NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE metering_events NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE usage_summary NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE audit_config NO FORCE ROW LEVEL SECURITY
SET LOCAL ROLE migration;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: none
SELECT * FROM pg_temp.visible($$tenant_id <> 'a0000000-0000-4000-8000-000000000001'$$) WHERE rows > 0;

-- case: with a tenant's row everything of it goes, and nothing of another
-- guard: CREATE OR REPLACE FUNCTION erase_tenant(id uuid) RETURNS void LANGUAGE sql AS 'SELECT'
SELECT erase_tenant('a0000000-0000-4000-8000-000000000001');
-- expect: none
SELECT * FROM pg_temp.visible($$tenant_id = 'a0000000-0000-4000-8000-000000000001'$$) WHERE rows > 0;
-- expect: 26
SELECT count(*) FROM pg_temp.visible($$tenant_id = 'b0000000-0000-4000-8000-000000000001'$$) WHERE rows > 0;

-- case: a tenant that runs, decisions and audit events refer to can still be erased
-- guard: DROP TRIGGER audit_events_append_only ON audit_events; CREATE TRIGGER no_delete
--   BEFORE UPDATE OR DELETE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION guard_append_only()
-- guard: DROP TRIGGER metering_events_append_only ON metering_events; CREATE TRIGGER no_delete
--   BEFORE UPDATE OR DELETE ON metering_events FOR EACH STATEMENT EXECUTE FUNCTION guard_append_only()
-- guard: DROP TRIGGER approval_decisions_append_only ON approval_decisions; CREATE TRIGGER no_delete
--   BEFORE UPDATE OR DELETE ON approval_decisions FOR EACH STATEMENT EXECUTE FUNCTION guard_append_only()
-- guard: ALTER TABLE workspaces DROP CONSTRAINT workspaces_tenant_id_fkey,
--   DROP CONSTRAINT workspaces_tenant_region_fkey, ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE environments DROP CONSTRAINT environments_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE workspace_config DROP CONSTRAINT workspace_config_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE principals DROP CONSTRAINT principals_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE roles DROP CONSTRAINT roles_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE role_bindings DROP CONSTRAINT role_bindings_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE api_keys DROP CONSTRAINT api_keys_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE sessions DROP CONSTRAINT sessions_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE workflows DROP CONSTRAINT workflows_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE workflow_versions DROP CONSTRAINT workflow_versions_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE policies DROP CONSTRAINT policies_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE policy_bindings DROP CONSTRAINT policy_bindings_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE runs DROP CONSTRAINT runs_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE steps DROP CONSTRAINT steps_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE approval_requests DROP CONSTRAINT approval_requests_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE approval_decisions DROP CONSTRAINT approval_decisions_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE tool_calls DROP CONSTRAINT tool_calls_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE provider_keys DROP CONSTRAINT provider_keys_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE connector_installations DROP CONSTRAINT connector_installations_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE secret_rotation_log DROP CONSTRAINT secret_rotation_log_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE key_validation_results DROP CONSTRAINT key_validation_results_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE audit_events DROP CONSTRAINT audit_events_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE metering_events DROP CONSTRAINT metering_events_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE usage_summary DROP CONSTRAINT usage_summary_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
-- guard: ALTER TABLE audit_config DROP CONSTRAINT audit_config_tenant_id_fkey,
--   ADD FOREIGN KEY (tenant_id) REFERENCES tenants
SET LOCAL ROLE app_ops;
-- expect: 1
SELECT count(*) FROM (SELECT erase_tenant('a0000000-0000-4000-8000-000000000001')) AS erased;

-- case: updated_at tells the time of the change, whatever the change says
-- guard: DROP TRIGGER tenants_update_timestamp ON tenants
-- guard: DROP TRIGGER workspaces_update_timestamp ON workspaces
-- guard: DROP TRIGGER environments_update_timestamp ON environments
-- guard: DROP TRIGGER workspace_config_update_timestamp ON workspace_config
-- guard: DROP TRIGGER principals_update_timestamp ON principals
-- guard: DROP TRIGGER api_keys_update_timestamp ON api_keys
-- guard: DROP TRIGGER workflows_update_timestamp ON workflows
-- guard: DROP TRIGGER policy_bindings_update_timestamp ON policy_bindings
-- guard: DROP TRIGGER runs_update_timestamp ON runs
-- guard: DROP TRIGGER steps_update_timestamp ON steps
-- guard: DROP TRIGGER approval_requests_update_timestamp ON approval_requests
-- guard: DROP TRIGGER connector_installations_update_timestamp ON connector_installations
-- guard: DROP TRIGGER usage_summary_update_timestamp ON usage_summary
-- guard: DROP TRIGGER audit_config_update_timestamp ON audit_config
UPDATE tenants SET updated_at = '2020-01-01 00:00+00';
UPDATE workspaces SET updated_at = '2020-01-01 00:00+00';
UPDATE environments SET updated_at = '2020-01-01 00:00+00';
UPDATE workspace_config SET updated_at = '2020-01-01 00:00+00';
UPDATE principals SET updated_at = '2020-01-01 00:00+00';
UPDATE api_keys SET updated_at = '2020-01-01 00:00+00';
UPDATE workflows SET updated_at = '2020-01-01 00:00+00';
UPDATE policy_bindings SET updated_at = '2020-01-01 00:00+00';
UPDATE runs SET updated_at = '2020-01-01 00:00+00';
UPDATE steps SET updated_at = '2020-01-01 00:00+00';
UPDATE approval_requests SET updated_at = '2020-01-01 00:00+00';
UPDATE connector_installations SET updated_at = '2020-01-01 00:00+00';
UPDATE usage_summary SET updated_at = '2020-01-01 00:00+00';
UPDATE audit_config SET updated_at = '2020-01-01 00:00+00';
-- expect: none
SELECT 'tenants' FROM tenants WHERE updated_at < now()
UNION ALL
SELECT 'workspaces' FROM workspaces WHERE updated_at < now()
UNION ALL
SELECT 'environments' FROM environments WHERE updated_at < now()
UNION ALL
SELECT 'workspace_config' FROM workspace_config WHERE updated_at < now()
UNION ALL
SELECT 'principals' FROM principals WHERE updated_at < now()
UNION ALL
SELECT 'api_keys' FROM api_keys WHERE updated_at < now()
UNION ALL
SELECT 'workflows' FROM workflows WHERE updated_at < now()
UNION ALL
SELECT 'policy_bindings' FROM policy_bindings WHERE updated_at < now()
UNION ALL
SELECT 'runs' FROM runs WHERE updated_at < now()
UNION ALL
SELECT 'steps' FROM steps WHERE updated_at < now()
UNION ALL
SELECT 'approval_requests' FROM approval_requests WHERE updated_at < now()
UNION ALL
SELECT 'connector_installations' FROM connector_installations WHERE updated_at < now()
UNION ALL
SELECT 'usage_summary' FROM usage_summary WHERE updated_at < now()
UNION ALL
SELECT 'audit_config' FROM audit_config WHERE updated_at < now();

-- case: creating, changing and deleting is logged by the database
-- guard: DROP TRIGGER tenants_audit ON tenants
-- guard: DROP TRIGGER workspaces_audit ON workspaces
-- guard: DROP TRIGGER workspace_config_audit ON workspace_config
-- guard: DROP TRIGGER role_bindings_audit ON role_bindings
-- guard: DROP TRIGGER roles_audit ON roles
-- guard: DROP TRIGGER api_keys_audit ON api_keys
-- guard: DROP TRIGGER sessions_audit ON sessions
-- guard: DROP TRIGGER workflows_audit ON workflows
-- guard: DROP TRIGGER workflow_versions_audit ON workflow_versions
-- guard: DROP TRIGGER policies_audit ON policies
-- guard: DROP TRIGGER policy_bindings_audit ON policy_bindings
-- guard: DROP TRIGGER runs_audit ON runs
-- guard: DROP TRIGGER approval_requests_audit ON approval_requests
-- guard: DROP TRIGGER provider_keys_audit ON provider_keys
-- guard: DROP TRIGGER connector_installations_audit ON connector_installations
-- expect: rows
--   api_key
--   approval
--   connector
--   policy
--   policy_binding
--   provider_key
--   role
--   role_binding
--   run
--   session
--   tenant
--   workflow
--   workflow_version
--   workspace
--   workspace_config
SELECT resource_type FROM audit_events
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001' AND action = resource_type || '.created'
GROUP BY resource_type ORDER BY resource_type COLLATE "C";

-- case: no row moves to another tenant
-- guard: DROP TRIGGER workspaces_same_tenant ON workspaces
-- guard: DROP TRIGGER environments_same_tenant ON environments
-- guard: DROP TRIGGER workspace_config_same_tenant ON workspace_config
-- guard: DROP TRIGGER principals_same_tenant ON principals
-- guard: DROP TRIGGER role_bindings_same_tenant ON role_bindings
-- guard: DROP TRIGGER api_keys_same_tenant ON api_keys
-- guard: DROP TRIGGER sessions_same_tenant ON sessions
-- guard: DROP TRIGGER workflows_same_tenant ON workflows
-- guard: DROP TRIGGER policy_bindings_same_tenant ON policy_bindings
-- guard: DROP TRIGGER runs_same_tenant ON runs
-- guard: DROP TRIGGER steps_same_tenant ON steps
-- guard: DROP TRIGGER tool_calls_same_tenant ON tool_calls
-- guard: DROP TRIGGER provider_keys_same_tenant ON provider_keys
-- guard: DROP TRIGGER connector_installations_same_tenant ON connector_installations
-- guard: DROP TRIGGER key_validation_results_same_tenant ON key_validation_results
-- guard: DROP TRIGGER usage_summary_same_tenant ON usage_summary
-- guard: DROP TRIGGER audit_config_same_tenant ON audit_config
-- expect: error 23001 never moves
UPDATE workspaces SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE environments SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE workspace_config SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE principals SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE role_bindings SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE api_keys SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE sessions SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE workflows SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE policy_bindings SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE runs SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE steps SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE tool_calls SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE provider_keys SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE connector_installations SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE key_validation_results SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE usage_summary SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 23001 never moves
UPDATE audit_config SET tenant_id = 'b0000000-0000-4000-8000-000000000001'
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
