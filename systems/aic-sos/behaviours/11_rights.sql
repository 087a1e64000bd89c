-- What each role may do: app_reader reads, app_writer works, app_auditor sees the log, app_ops maintains.

INSERT INTO tenants (tenant_id, name, region) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Works', 'us-east-1'),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Labs', 'eu-west-1');
INSERT INTO workspaces (workspace_id, tenant_id, name, region) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'main', 'us-east-1'),
  ('a1000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'lab', 'us-east-1'),
  ('b1000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'main', 'eu-west-1');
INSERT INTO principals (principal_id, tenant_id, type, email) VALUES
  ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'human',
    'alice@alder.example.com'),
  ('b2000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'human',
    'boris@birch.example.com');

-- case: the roles neither log in nor look past row security
-- guard: ALTER ROLE app_reader BYPASSRLS
-- guard: ALTER ROLE migration SUPERUSER
-- guard: ALTER ROLE app_ops LOGIN
-- expect: 5
SELECT count(*) FROM pg_roles
WHERE rolname IN ('app_reader', 'app_writer', 'app_auditor', 'app_ops', 'migration')
  AND NOT rolsuper AND NOT rolbypassrls AND NOT rolcanlogin AND NOT rolcreaterole AND NOT rolcreatedb;

-- case: a role without a grant sees and runs nothing
-- guard: GRANT SELECT ON tenants TO PUBLIC
-- guard: GRANT EXECUTE ON FUNCTION resolve_session(uuid) TO PUBLIC
CREATE ROLE behaviours_stranger;
SET LOCAL ROLE behaviours_stranger;
-- expect: error 42501 for table tenants
SELECT count(*) FROM tenants;
-- expect: error 42501 for function resolve_session
SELECT count(*) FROM resolve_session('a9000000-0000-4000-8000-000000000001');

-- case: the reader reads, and writes nowhere
-- guard: GRANT INSERT ON workflows TO app_reader
-- guard: GRANT UPDATE ON workspaces TO app_reader
-- guard: GRANT DELETE ON principals TO app_reader
-- guard: REVOKE SELECT ON workspaces FROM app_reader
SET LOCAL ROLE app_reader;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: 2
SELECT count(*) FROM workspaces;
-- expect: error 42501 permission denied
INSERT INTO workflows (tenant_id, workspace_id, name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'triage');
-- expect: error 42501 permission denied
UPDATE workspaces SET description = 'read only';
-- expect: error 42501 permission denied
DELETE FROM principals;

-- case: the reader starts and publishes nothing
-- guard: GRANT EXECUTE ON FUNCTION start_run(uuid, text, text, jsonb) TO app_reader
-- guard: GRANT EXECUTE ON FUNCTION publish_workflow_version(uuid, uuid) TO app_reader
SET LOCAL ROLE app_reader;
-- expect: error 42501 for function start_run
SELECT start_run('a4000000-0000-4000-8000-000000000001', 'manual');
-- expect: error 42501 for function publish_workflow_version
SELECT publish_workflow_version(
  'a4000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001');

-- case: the auditor sees the log, its configuration and the rotations, and nothing else
-- guard: GRANT SELECT ON workflows TO app_auditor
-- guard: GRANT INSERT ON audit_events TO app_auditor
-- guard: REVOKE SELECT ON audit_config FROM app_auditor
SET LOCAL ROLE app_auditor;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: 13
SELECT count(*) FROM audit_events;
-- expect: 0
SELECT (SELECT count(*) FROM audit_config) + (SELECT count(*) FROM secret_rotation_log);
-- expect: error 42501 permission denied
SELECT count(*) FROM workflows;
-- expect: error 42501 permission denied
INSERT INTO audit_events (tenant_id, action, resource_type)
VALUES ('a0000000-0000-4000-8000-000000000001', 'note.added', 'note');

-- case: maintenance reads no table, and runs for all tenants all the same
-- guard: GRANT SELECT ON approval_requests TO app_ops
-- guard: ALTER FUNCTION rollup_usage(text, timestamptz, timestamptz) SECURITY INVOKER
-- guard: REVOKE EXECUTE ON FUNCTION purge_expired_audit(uuid) FROM app_ops
-- guard: REVOKE EXECUTE ON FUNCTION expire_approval_requests() FROM app_ops
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit)
SELECT tenant_id, workspace_id, 'api_calls', 'posts', 1, 'calls' FROM workspaces;
SET LOCAL ROLE app_ops;
-- expect: error 42501 permission denied
SELECT count(*) FROM approval_requests;
-- expect: 3
SELECT rollup_usage('daily', now(), now() + interval '1 microsecond');
-- expect: 0
SELECT expire_approval_requests();
-- expect: 0
SELECT purge_expired_audit('a0000000-0000-4000-8000-000000000001');

-- case: the application does no maintenance
-- guard: GRANT EXECUTE ON FUNCTION erase_tenant(uuid) TO app_writer
-- guard: GRANT EXECUTE ON FUNCTION purge_expired_audit(uuid) TO app_writer
-- guard: GRANT EXECUTE ON FUNCTION rollup_usage(text, timestamptz, timestamptz) TO app_writer
-- guard: GRANT EXECUTE ON FUNCTION expire_approval_requests() TO app_writer
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: error 42501 permission denied
SELECT erase_tenant('a0000000-0000-4000-8000-000000000001');
-- expect: error 42501 permission denied
SELECT purge_expired_audit('a0000000-0000-4000-8000-000000000001');
-- expect: error 42501 permission denied
SELECT rollup_usage('daily', now(), now());
-- expect: error 42501 permission denied
SELECT expire_approval_requests();

-- case: the application deletes no tenant and changes no catalogue
-- guard: GRANT DELETE ON tenants TO app_writer
-- guard: GRANT INSERT ON permissions TO app_writer
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: error 42501 permission denied
DELETE FROM tenants;
-- expect: error 42501 permission denied
INSERT INTO permissions (resource, action) VALUES ('workspace', 'destroy');

-- case: the application sets up a workspace and works in it
-- guard: REVOKE INSERT ON workspaces FROM app_writer
-- guard: REVOKE EXECUTE ON FUNCTION start_run(uuid, text, text, jsonb) FROM app_writer
-- guard: REVOKE EXECUTE ON FUNCTION request_approval(uuid, text, text, jsonb, integer, timestamptz)
--   FROM app_writer
-- guard: REVOKE EXECUTE ON FUNCTION decide_approval(uuid, uuid, text, text) FROM app_writer
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: 1
INSERT INTO workspaces (workspace_id, tenant_id, name, region)
VALUES (
  'a1000000-0000-4000-8000-000000000003', 'a0000000-0000-4000-8000-000000000001', 'office', 'us-east-1');
-- expect: 1
INSERT INTO role_bindings (principal_id, role_id, workspace_id, tenant_id)
SELECT 'a2000000-0000-4000-8000-000000000001', role_id, workspace_id, tenant_id FROM roles
WHERE workspace_id = 'a1000000-0000-4000-8000-000000000003' AND name = 'approver';
-- expect: 1
INSERT INTO workflows (workflow_id, tenant_id, workspace_id, name)
VALUES ('a3000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
  'a1000000-0000-4000-8000-000000000003', 'triage');
-- expect: 1
INSERT INTO workflow_versions (
  workflow_version_id, tenant_id, workflow_id, version, definition_yaml, model_pin)
VALUES ('a4000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
  'a3000000-0000-4000-8000-000000000001', '1.0.0', 'steps: []', '{}');
-- expect: 1
SELECT count(*) FROM publish_workflow_version(
  'a4000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001');
-- expect: 1
SELECT count(*) FROM start_run('a4000000-0000-4000-8000-000000000001', 'manual');
-- expect: 1
INSERT INTO steps (step_id, run_id, tenant_id, workspace_id, step_name, step_type, sequence)
SELECT 'a6000000-0000-4000-8000-000000000001', run_id, tenant_id, workspace_id, 'gate', 'approval_gate', 1
FROM runs;
-- expect: 1
UPDATE runs SET status = 'running';
-- expect: 1
UPDATE steps SET status = 'running';
-- expect: 1
SELECT count(*) FROM request_approval('a6000000-0000-4000-8000-000000000001', 'low', 'close the ticket');
-- expect: approved
SELECT decide_approval(approval_request_id, 'a2000000-0000-4000-8000-000000000001', 'approved')
FROM approval_requests;
-- expect: running
SELECT status FROM runs;

-- case: the application rotates and validates the keys of its tenant
-- guard: REVOKE EXECUTE ON FUNCTION rotate_provider_key(uuid, text, text, uuid, text) FROM app_writer
-- guard: REVOKE EXECUTE ON FUNCTION record_validation(uuid, text, text, jsonb, interval) FROM app_writer
-- guard: REVOKE EXECUTE ON FUNCTION needs_validation(uuid) FROM app_writer
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: 1
INSERT INTO provider_keys (
  provider_key_id, tenant_id, workspace_id, provider_type, name, encrypted_key, kms_key_id)
VALUES ('a8000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
  'a1000000-0000-4000-8000-000000000001', 'openai', 'main', 'enc:first', 'kms-1');
-- expect: 1
SELECT count(*) FROM rotate_provider_key('a8000000-0000-4000-8000-000000000001', 'enc:second', 'kms-2',
  'a2000000-0000-4000-8000-000000000001');
-- expect: 1
SELECT count(*) FROM record_validation('a8000000-0000-4000-8000-000000000001', 'syntax', 'pass');
-- expect: f
SELECT needs_validation('a8000000-0000-4000-8000-000000000001');

-- case: only the owner of the tables makes new ones beside them
-- guard: GRANT CREATE ON SCHEMA public TO PUBLIC
-- guard: REVOKE CREATE ON SCHEMA public FROM migration
SET LOCAL ROLE app_writer;
-- expect: error 42501 permission denied
CREATE TABLE notes (note text);
SET LOCAL ROLE migration;
-- expect: 0
CREATE TABLE notes (note text);

-- case: the owner of the tables alters them, and no application does
-- guard: ALTER TABLE workflows OWNER TO postgres
-- guard: ALTER TABLE workflows OWNER TO app_writer
SET LOCAL ROLE app_writer;
-- expect: error 42501 must be owner
ALTER TABLE workflows DISABLE ROW LEVEL SECURITY;
SET LOCAL ROLE migration;
-- expect: 0
ALTER TABLE workflows ADD COLUMN colour text;
