-- Workflows, their immutable versions, and policies.

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
INSERT INTO workflows (workflow_id, tenant_id, workspace_id, name) VALUES
  ('a3000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'triage'),
  ('a3000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000002', 'experiment'),
  ('b3000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001',
    'b1000000-0000-4000-8000-000000000001', 'intake');
INSERT INTO workflow_versions (
  workflow_version_id, tenant_id, workflow_id, version, definition_yaml, model_pin) VALUES
  ('a4000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
    'a3000000-0000-4000-8000-000000000001', '1.0.0', 'steps: []', '{"model": "small-1"}'),
  ('a4000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001',
    'a3000000-0000-4000-8000-000000000001', '1.1.0', 'steps: [sort]', '{"model": "small-1"}');
INSERT INTO policies (policy_id, tenant_id, name, version, policy_rego) VALUES
  ('a3000000-0000-4000-8000-000000000009', 'a0000000-0000-4000-8000-000000000001', 'limits', '1',
    'package limits'),
  ('b3000000-0000-4000-8000-000000000009', 'b0000000-0000-4000-8000-000000000001', 'limits', '1',
    'package limits');

-- case: a version is numbered semantically
-- guard: ALTER TABLE workflow_versions DROP CONSTRAINT workflow_versions_version_check
-- expect: 1
INSERT INTO workflow_versions (tenant_id, workflow_id, version, definition_yaml, model_pin)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a3000000-0000-4000-8000-000000000001', '2.0.0-rc.1+build.7',
  'steps: []', '{}');
-- expect: error 23514
INSERT INTO workflow_versions (tenant_id, workflow_id, version, definition_yaml, model_pin)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a3000000-0000-4000-8000-000000000001', 'v2', 'steps: []',
  '{}');
-- expect: error 23514
INSERT INTO workflow_versions (tenant_id, workflow_id, version, definition_yaml, model_pin)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a3000000-0000-4000-8000-000000000001', '1.02.0', 'steps: []',
  '{}');

-- case: a version exists once in its workflow, a workflow once in its workspace
-- guard: ALTER TABLE workflow_versions DROP CONSTRAINT workflow_versions_workflow_id_version_key
-- guard: ALTER TABLE workflows DROP CONSTRAINT workflows_workspace_id_name_key
-- expect: error 23505
INSERT INTO workflow_versions (tenant_id, workflow_id, version, definition_yaml, model_pin)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a3000000-0000-4000-8000-000000000001', '1.0.0', 'steps: []',
  '{}');
-- expect: error 23505
INSERT INTO workflows (tenant_id, workspace_id, name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'triage');

-- case: the digest of a version is computed, and a wrong one refused
-- guard: DROP TRIGGER workflow_versions_guard ON workflow_versions;
--   ALTER TABLE workflow_versions ALTER COLUMN definition_digest SET DEFAULT ''
-- expect: 0
SELECT count(*) FROM workflow_versions
WHERE definition_digest IS DISTINCT FROM sha256(convert_to(definition_yaml, 'UTF8'));
-- expect: error 23514 the digest
INSERT INTO workflow_versions (tenant_id, workflow_id, version, definition_yaml, definition_digest, model_pin)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a3000000-0000-4000-8000-000000000001', '2.0.0', 'steps: []',
  sha256('something else'), '{}');

-- case: the digest of a policy is computed, and a wrong one refused
-- guard: DROP TRIGGER policies_guard ON policies;
--   ALTER TABLE policies ALTER COLUMN policy_digest SET DEFAULT ''
-- expect: 0
SELECT count(*) FROM policies WHERE policy_digest IS DISTINCT FROM sha256(convert_to(policy_rego, 'UTF8'));
-- expect: error 23514 the digest
INSERT INTO policies (tenant_id, name, version, policy_rego, policy_digest)
VALUES ('a0000000-0000-4000-8000-000000000001', 'limits', '2', 'package limits', sha256('something else'));

-- case: the content of a version never changes, not even while it is published
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_version'::regproc),
--   'OR to_jsonb(NEW) -', 'OR false AND to_jsonb(NEW) -'); END $do$
-- guard: CREATE OR REPLACE TRIGGER workflow_versions_guard BEFORE INSERT ON workflow_versions
--   FOR EACH ROW EXECUTE FUNCTION guard_version()
-- expect: error 23001 never changes
UPDATE workflow_versions SET definition_yaml = 'steps: [other]' WHERE version = '1.0.0';
-- expect: error 23001 never changes
UPDATE workflow_versions
SET is_published = true, published_at = now(), published_by = 'a2000000-0000-4000-8000-000000000001',
  model_pin = '{"model": "large-1"}' WHERE version = '1.0.0';

-- case: the content of a published version never changes
-- guard: CREATE OR REPLACE TRIGGER workflow_versions_guard BEFORE INSERT ON workflow_versions
--   FOR EACH ROW EXECUTE FUNCTION guard_version()
SELECT publish_workflow_version(
  'a4000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001');
-- expect: error 23001 never changes
UPDATE workflow_versions SET definition_yaml = 'steps: [other]' WHERE version = '1.0.0';
-- expect: error 23001 never changes
UPDATE workflow_versions SET model_pin = '{"model": "large-1"}' WHERE version = '1.0.0';
-- expect: error 23001 never changes
UPDATE workflow_versions SET risk_tier = 'high' WHERE version = '1.0.0';

-- case: a version is published once and for good
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_version'::regproc),
--   'IF OLD.is_published OR NOT NEW.is_published OR', 'IF'); END $do$
SELECT publish_workflow_version(
  'a4000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001');
-- expect: error 23001 only be published, once
SELECT publish_workflow_version(
  'a4000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001');
-- expect: error 23001 only be published, once
UPDATE workflow_versions SET is_published = false, published_at = NULL, published_by = NULL
WHERE workflow_version_id = 'a4000000-0000-4000-8000-000000000001';

-- case: publishing names who did it
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_version'::regproc),
--   'NEW.published_by IS NULL OR', ''); END $do$
-- expect: error 23001 only be published
UPDATE workflow_versions SET is_published = true, published_at = now() WHERE version = '1.0.0';

-- case: a version is published at a time, or not published
-- guard: ALTER TABLE workflow_versions DROP CONSTRAINT workflow_versions_published_at_check
-- expect: error 23514
INSERT INTO workflow_versions (tenant_id, workflow_id, version, definition_yaml, model_pin, is_published)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a3000000-0000-4000-8000-000000000001', '2.0.0', 'steps: []',
  '{}', true);

-- case: publishing makes the version the latest of its workflow and is logged with its actor
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('publish_workflow_version'::regproc),
--   'UPDATE workflows SET latest_version_id = version_id WHERE workflow_id = workflow;', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('publish_workflow_version'::regproc),
--   'set_actor(principal)', 'NULL'); END $do$
-- guard: DROP TRIGGER workflow_versions_audit ON workflow_versions
SELECT publish_workflow_version(
  'a4000000-0000-4000-8000-000000000002', 'a2000000-0000-4000-8000-000000000001');
-- expect: a4000000-0000-4000-8000-000000000002
SELECT latest_version_id FROM workflows WHERE name = 'triage';
-- expect: a2000000-0000-4000-8000-000000000001
SELECT actor_id FROM audit_events WHERE action = 'workflow_version.published';

-- case: the latest version of a workflow is one of its own
-- guard: DROP TRIGGER workflows_same_tenant ON workflows
-- expect: error 23503 another workflow_id
UPDATE workflows SET latest_version_id = 'a4000000-0000-4000-8000-000000000001' WHERE name = 'experiment';

-- case: a version leaves only with its workflow
-- guard: CREATE OR REPLACE TRIGGER workflow_versions_guard BEFORE INSERT ON workflow_versions
--   FOR EACH ROW EXECUTE FUNCTION guard_version()
-- expect: error 23001 leaves only with its workflow
DELETE FROM workflow_versions WHERE version = '1.0.0';
-- expect: 1
DELETE FROM workflows WHERE name = 'triage';
-- expect: 0
SELECT count(*) FROM workflow_versions;

-- case: a version that was run is kept, and its workflow with it
-- guard: ALTER TABLE runs DROP CONSTRAINT runs_workflow_version_id_fkey
SELECT publish_workflow_version(
  'a4000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001');
SELECT start_run('a4000000-0000-4000-8000-000000000001', 'manual');
-- The refusal of RESTRICT has another SQLSTATE since PostgreSQL 18.
DO $do$ BEGIN
  DELETE FROM workflows WHERE name = 'triage';
EXCEPTION WHEN foreign_key_violation OR restrict_violation THEN
  NULL;
END $do$;
-- expect: 1
SELECT count(*) FROM workflows WHERE name = 'triage';

-- case: a version belongs to a workflow of its tenant
-- guard: DROP TRIGGER workflow_versions_same_tenant ON workflow_versions
-- expect: error 23503 another tenant_id
INSERT INTO workflow_versions (tenant_id, workflow_id, version, definition_yaml, model_pin)
VALUES ('a0000000-0000-4000-8000-000000000001', 'b3000000-0000-4000-8000-000000000001', '1.0.0', 'steps: []',
  '{}');

-- case: the tenant's own principals create and publish
-- guard: DROP TRIGGER workflows_same_tenant ON workflows
-- guard: DROP TRIGGER workflow_versions_same_tenant ON workflow_versions
-- guard: DROP TRIGGER policies_same_tenant ON policies
-- expect: error 23503 another tenant_id
UPDATE workflows SET created_by = 'b2000000-0000-4000-8000-000000000001' WHERE name = 'triage';
-- expect: error 23503 another tenant_id
SELECT publish_workflow_version(
  'a4000000-0000-4000-8000-000000000001', 'b2000000-0000-4000-8000-000000000001');
-- expect: error 23503 another tenant_id
INSERT INTO policies (tenant_id, name, version, policy_rego, created_by)
VALUES ('a0000000-0000-4000-8000-000000000001', 'limits', '2', 'package limits',
  'b2000000-0000-4000-8000-000000000001');

-- case: a policy never changes; a new version of it is written
-- guard: DROP TRIGGER policies_guard ON policies;
--   ALTER TABLE policies ALTER COLUMN policy_digest SET DEFAULT ''
-- guard: ALTER TABLE policies DROP CONSTRAINT policies_tenant_id_name_version_key
-- expect: error 23001 a policy never changes
UPDATE policies SET policy_rego = 'package open';
-- expect: error 23001 a policy never changes
UPDATE policies SET description = 'better words';
-- expect: 1
INSERT INTO policies (tenant_id, name, version, policy_rego)
VALUES ('a0000000-0000-4000-8000-000000000001', 'limits', '2', 'package open');
-- expect: error 23505
INSERT INTO policies (tenant_id, name, version, policy_rego)
VALUES ('a0000000-0000-4000-8000-000000000001', 'limits', '1', 'package other');

-- case: a policy is bound to a workflow or a version, of its own tenant and workspace
-- guard: ALTER TABLE policy_bindings DROP CONSTRAINT policy_bindings_target_check
-- guard: DROP TRIGGER policy_bindings_same_tenant ON policy_bindings
-- expect: error 23514
INSERT INTO policy_bindings (tenant_id, workspace_id, policy_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
  'a3000000-0000-4000-8000-000000000009');
-- expect: error 23503 another tenant_id
INSERT INTO policy_bindings (tenant_id, workspace_id, policy_id, workflow_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
  'b3000000-0000-4000-8000-000000000009', 'a3000000-0000-4000-8000-000000000001');
-- expect: error 23503 another workspace_id
INSERT INTO policy_bindings (tenant_id, workspace_id, policy_id, workflow_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
  'a3000000-0000-4000-8000-000000000009', 'a3000000-0000-4000-8000-000000000002');
-- expect: 1
INSERT INTO policy_bindings (tenant_id, workspace_id, policy_id, workflow_version_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001',
  'a3000000-0000-4000-8000-000000000009', 'a4000000-0000-4000-8000-000000000001');

-- case: a policy binding names a workspace of its own tenant
-- guard: ALTER TABLE policy_bindings DROP CONSTRAINT policy_bindings_tenant_workspace_fkey;
--   DROP TRIGGER policy_bindings_audit ON policy_bindings
-- expect: error 23503
INSERT INTO policy_bindings (tenant_id, workspace_id, policy_id, workflow_version_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'b1000000-0000-4000-8000-000000000001',
  'a3000000-0000-4000-8000-000000000009', 'a4000000-0000-4000-8000-000000000001');

-- case: the risk of a version is low, medium or high, and low unless said otherwise
-- guard: ALTER TABLE workflow_versions DROP CONSTRAINT workflow_versions_risk_tier_check
-- guard: ALTER TABLE workflow_versions ALTER COLUMN risk_tier SET DEFAULT 'high'
-- expect: 2
SELECT count(*) FROM workflow_versions WHERE risk_tier = 'low';
-- expect: error 23514
INSERT INTO workflow_versions (tenant_id, workflow_id, version, definition_yaml, model_pin, risk_tier)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a3000000-0000-4000-8000-000000000001', '2.0.0', 'steps: []',
  '{}', 'extreme');
