-- Two applications in two tenants cannot reach each other, with any verb.

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

-- case: each of two tenants reads its own workflows
-- guard: ALTER POLICY workflows_isolation ON workflows USING (true)
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: rows
--   experiment
--   triage
SELECT name FROM workflows ORDER BY name;
SELECT set_config('app.tenant_id', 'b0000000-0000-4000-8000-000000000001', true);
-- expect: rows
--   intake
SELECT name FROM workflows ORDER BY name;

-- case: another tenant's row is not read by its id
-- guard: ALTER POLICY workflows_isolation ON workflows USING (true)
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: none
SELECT name FROM workflows WHERE workflow_id = 'b3000000-0000-4000-8000-000000000001';

-- case: nothing is inserted into another tenant
-- guard: ALTER POLICY workflows_isolation ON workflows WITH CHECK (true)
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: error 42501 row-level security
INSERT INTO workflows (tenant_id, workspace_id, name)
VALUES ('b0000000-0000-4000-8000-000000000001', 'b1000000-0000-4000-8000-000000000001', 'intruder');

-- case: an update does not reach another tenant
-- guard: ALTER POLICY workflows_isolation ON workflows USING (true)
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: 0
UPDATE workflows SET description = 'changed' WHERE workflow_id = 'b3000000-0000-4000-8000-000000000001';
-- expect: 2
UPDATE workflows SET description = 'changed';

-- case: a delete does not reach another tenant
-- guard: ALTER POLICY workflows_isolation ON workflows USING (true)
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: 0
DELETE FROM workflows WHERE workflow_id = 'b3000000-0000-4000-8000-000000000001';

-- case: a tenant's own row is changed and deleted
-- guard: ALTER POLICY workflows_isolation ON workflows USING (false)
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: 1
UPDATE workflows SET description = 'changed' WHERE workflow_id = 'a3000000-0000-4000-8000-000000000001';
-- expect: 1
DELETE FROM workflows WHERE workflow_id = 'a3000000-0000-4000-8000-000000000001';

-- case: without a tenant nothing is written
-- guard: ALTER TABLE workflows DISABLE ROW LEVEL SECURITY
SET LOCAL ROLE app_writer;
-- expect: error 42501 row-level security
INSERT INTO workflows (tenant_id, workspace_id, name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'orphan');
-- expect: 0
UPDATE workflows SET description = 'changed';
-- expect: 0
DELETE FROM workflows;

-- case: a tenant that is empty or no uuid shows nothing instead of failing
-- guard: CREATE OR REPLACE FUNCTION app_tenant_id() RETURNS uuid LANGUAGE sql STABLE
--   RETURN current_setting('app.tenant_id', true)::uuid
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'Alder Works', true);
-- expect: 0
SELECT count(*) FROM workflows;
SELECT set_config('app.tenant_id', '', true);
-- expect: 0
SELECT count(*) FROM workflows;

-- case: a workspace in the context narrows the view to it
-- guard: ALTER POLICY workflows_isolation ON workflows USING (tenant_id = app_tenant_id())
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
SELECT set_config('app.workspace_id', 'a1000000-0000-4000-8000-000000000002', true);
-- expect: rows
--   experiment
SELECT name FROM workflows;
-- expect: 0
UPDATE workflows SET description = 'changed' WHERE workflow_id = 'a3000000-0000-4000-8000-000000000001';

-- case: with a workspace in the context nothing is written into another
-- guard: ALTER POLICY workflows_isolation ON workflows WITH CHECK (tenant_id = app_tenant_id())
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
SELECT set_config('app.workspace_id', 'a1000000-0000-4000-8000-000000000002', true);
-- expect: error 42501 row-level security
INSERT INTO workflows (tenant_id, workspace_id, name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'misplaced');

-- case: rows of the tenant itself stay visible in each of its workspaces
-- guard: ALTER POLICY audit_events_isolation ON audit_events
--   USING (tenant_id = app_tenant_id() AND workspace_id = app_workspace_id())
SET LOCAL ROLE app_auditor;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
SELECT set_config('app.workspace_id', 'a1000000-0000-4000-8000-000000000002', true);
-- expect: 1
SELECT count(*) FROM audit_events WHERE action = 'tenant.created';
-- expect: 0
SELECT count(*) FROM audit_events WHERE workspace_id = 'a1000000-0000-4000-8000-000000000001';

-- case: a workspace that is no uuid shows nothing, instead of all workspaces
-- guard: CREATE OR REPLACE FUNCTION app_workspace_id() RETURNS uuid LANGUAGE sql STABLE
--   RETURN app_setting_uuid('app.workspace_id')
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
SELECT set_config('app.workspace_id', 'lab', true);
-- expect: 0
SELECT count(*) FROM workflows;

-- case: another tenant's workspace shows nothing of either
-- guard: ALTER POLICY workflows_isolation ON workflows USING (workspace_id = app_workspace_id())
-- guard: ALTER POLICY workflows_isolation ON workflows USING (tenant_id = app_tenant_id())
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
SELECT set_config('app.workspace_id', 'b1000000-0000-4000-8000-000000000001', true);
-- expect: 0
SELECT count(*) FROM workflows;

-- case: a tenant's own row in the table of tenants is the only one
-- guard: ALTER POLICY tenants_isolation ON tenants USING (true)
SET LOCAL ROLE app_reader;
SELECT set_config('app.tenant_id', 'b0000000-0000-4000-8000-000000000001', true);
-- expect: rows
--   Birch Labs
SELECT name FROM tenants;

-- case: the catalogue of permissions is common to all
-- guard: ALTER TABLE permissions ENABLE ROW LEVEL SECURITY
-- guard: REVOKE SELECT ON permissions FROM app_reader
SET LOCAL ROLE app_reader;
-- expect: >= 30
SELECT count(*) FROM permissions;

-- case: the functions for callers see what their caller sees
-- guard: ALTER FUNCTION start_run(uuid, text, text, jsonb) SECURITY DEFINER
-- guard: ALTER FUNCTION publish_workflow_version(uuid, uuid) SECURITY DEFINER
INSERT INTO workflow_versions (
  workflow_version_id, tenant_id, workflow_id, version, definition_yaml, model_pin)
VALUES
  ('b4000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001',
    'b3000000-0000-4000-8000-000000000001', '1.0.0', 'steps: []', '{}'),
  ('b4000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-000000000001',
    'b3000000-0000-4000-8000-000000000001', '1.1.0', 'steps: []', '{}');
SELECT publish_workflow_version(
  'b4000000-0000-4000-8000-000000000001', 'b2000000-0000-4000-8000-000000000001');
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: error P0002 there is no workflow version
SELECT start_run('b4000000-0000-4000-8000-000000000001', 'manual');
-- expect: error P0002 there is no workflow version
SELECT publish_workflow_version(
  'b4000000-0000-4000-8000-000000000002', 'b2000000-0000-4000-8000-000000000001');
