-- The least that an automated test needs: a tenant in each region, with the same names in both, so that a
-- test of isolation finds the other tenant's rows wherever it looks for its own. All ids begin with e1 or e2.

INSERT INTO tenants (tenant_id, name, region) VALUES
  ('e1000000-0000-4000-8000-000000000001', 'Test tenant US', 'us-east-1'),
  ('e2000000-0000-4000-8000-000000000001', 'Test tenant EU', 'eu-west-1');
INSERT INTO audit_config (tenant_id) VALUES
  ('e1000000-0000-4000-8000-000000000001'), ('e2000000-0000-4000-8000-000000000001');
INSERT INTO workspaces (workspace_id, tenant_id, name, region) VALUES
  ('e1020000-0000-4000-8000-000000000001', 'e1000000-0000-4000-8000-000000000001', 'main', 'us-east-1'),
  ('e2020000-0000-4000-8000-000000000001', 'e2000000-0000-4000-8000-000000000001', 'main', 'eu-west-1');
INSERT INTO workspace_config (workspace_id, tenant_id) VALUES
  ('e1020000-0000-4000-8000-000000000001', 'e1000000-0000-4000-8000-000000000001'),
  ('e2020000-0000-4000-8000-000000000001', 'e2000000-0000-4000-8000-000000000001');

-- …01 administers, …02 operates, …03 and …04 approve, …05 is a service that operates.
INSERT INTO principals (principal_id, tenant_id, type, email, service_name, display_name) VALUES
  ('e1050000-0000-4000-8000-000000000001', 'e1000000-0000-4000-8000-000000000001', 'human',
    'admin@test.example.com', NULL, 'Admin'),
  ('e1050000-0000-4000-8000-000000000002', 'e1000000-0000-4000-8000-000000000001', 'human',
    'operator@test.example.com', NULL, 'Operator'),
  ('e1050000-0000-4000-8000-000000000003', 'e1000000-0000-4000-8000-000000000001', 'human',
    'approver1@test.example.com', NULL, 'First approver'),
  ('e1050000-0000-4000-8000-000000000004', 'e1000000-0000-4000-8000-000000000001', 'human',
    'approver2@test.example.com', NULL, 'Second approver'),
  ('e1050000-0000-4000-8000-000000000005', 'e1000000-0000-4000-8000-000000000001', 'service',
    NULL, 'runner', 'Runner'),
  ('e2050000-0000-4000-8000-000000000001', 'e2000000-0000-4000-8000-000000000001', 'human',
    'admin@test.example.com', NULL, 'Admin'),
  ('e2050000-0000-4000-8000-000000000002', 'e2000000-0000-4000-8000-000000000001', 'human',
    'operator@test.example.com', NULL, 'Operator'),
  ('e2050000-0000-4000-8000-000000000003', 'e2000000-0000-4000-8000-000000000001', 'human',
    'approver1@test.example.com', NULL, 'First approver'),
  ('e2050000-0000-4000-8000-000000000004', 'e2000000-0000-4000-8000-000000000001', 'human',
    'approver2@test.example.com', NULL, 'Second approver'),
  ('e2050000-0000-4000-8000-000000000005', 'e2000000-0000-4000-8000-000000000001', 'service',
    NULL, 'runner', 'Runner');
INSERT INTO role_bindings (principal_id, role_id, workspace_id, tenant_id)
SELECT p.principal_id, r.role_id, r.workspace_id, r.tenant_id
FROM principals AS p JOIN roles AS r USING (tenant_id)
JOIN (VALUES
  ('Admin', 'workspace_admin'), ('Operator', 'operator'), ('First approver', 'approver'),
  ('Second approver', 'approver'), ('Runner', 'operator')
) AS held (display_name, role) ON held.display_name = p.display_name AND held.role = r.name
WHERE p.tenant_id IN ('e1000000-0000-4000-8000-000000000001', 'e2000000-0000-4000-8000-000000000001');

INSERT INTO api_keys (api_key_id, principal_id, tenant_id, workspace_id, key_hash, name, key_preview) VALUES
  ('e1070000-0000-4000-8000-000000000001', 'e1050000-0000-4000-8000-000000000005',
    'e1000000-0000-4000-8000-000000000001', 'e1020000-0000-4000-8000-000000000001',
    encode(sha256('test only: US runner'), 'hex'), 'runner', 'us01'),
  ('e2070000-0000-4000-8000-000000000001', 'e2050000-0000-4000-8000-000000000005',
    'e2000000-0000-4000-8000-000000000001', 'e2020000-0000-4000-8000-000000000001',
    encode(sha256('test only: EU runner'), 'hex'), 'runner', 'eu01');

-- Version 1.0.0 is published, 1.1.0 is a draft.
INSERT INTO workflows (workflow_id, tenant_id, workspace_id, name) VALUES
  ('e1090000-0000-4000-8000-000000000001', 'e1000000-0000-4000-8000-000000000001',
    'e1020000-0000-4000-8000-000000000001', 'approve-and-act'),
  ('e2090000-0000-4000-8000-000000000001', 'e2000000-0000-4000-8000-000000000001',
    'e2020000-0000-4000-8000-000000000001', 'approve-and-act');
INSERT INTO workflow_versions (
  workflow_version_id, tenant_id, workflow_id, version, definition_yaml, model_pin) VALUES
  ('e10a0000-0000-4000-8000-000000000001', 'e1000000-0000-4000-8000-000000000001',
    'e1090000-0000-4000-8000-000000000001', '1.0.0', E'steps:\n  - approve\n  - act\n', '{"model": "none"}'),
  ('e10a0000-0000-4000-8000-000000000002', 'e1000000-0000-4000-8000-000000000001',
    'e1090000-0000-4000-8000-000000000001', '1.1.0', E'steps:\n  - act\n', '{"model": "none"}'),
  ('e20a0000-0000-4000-8000-000000000001', 'e2000000-0000-4000-8000-000000000001',
    'e2090000-0000-4000-8000-000000000001', '1.0.0', E'steps:\n  - approve\n  - act\n', '{"model": "none"}'),
  ('e20a0000-0000-4000-8000-000000000002', 'e2000000-0000-4000-8000-000000000001',
    'e2090000-0000-4000-8000-000000000001', '1.1.0', E'steps:\n  - act\n', '{"model": "none"}');
SELECT publish_workflow_version(
  'e10a0000-0000-4000-8000-000000000001', 'e1050000-0000-4000-8000-000000000001');
SELECT publish_workflow_version(
  'e20a0000-0000-4000-8000-000000000001', 'e2050000-0000-4000-8000-000000000001');
