-- Two small companies to develop with. Larkspur Logistics is in the US and runs two workspaces: support has a
-- run in every interesting state, finance keeps contents. Nordlicht Praxen is in the EU and has just begun.
-- All ids begin with d1 (Larkspur) or d2 (Nordlicht), followed by the number of the table.

INSERT INTO tenants (tenant_id, name, region, metadata) VALUES
  ('d1000000-0000-4000-8000-000000000001', 'Larkspur Logistics', 'us-east-1', '{"plan": "business"}'),
  ('d2000000-0000-4000-8000-000000000001', 'Nordlicht Praxen', 'eu-west-1', '{"plan": "starter"}');

INSERT INTO audit_config (
  audit_config_id, tenant_id, retention_days, export_enabled, export_destination) VALUES
  ('d1010000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001', 365, true,
    'bucket://larkspur-audit'),
  ('d2010000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001', 730, false, NULL);

-- Each workspace gets its five built-in roles by itself.
INSERT INTO workspaces (workspace_id, tenant_id, name, description, region, data_persistence_mode) VALUES
  ('d1020000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001', 'support',
    'Customer requests about shipments', 'us-east-1', 'metadata_only'),
  ('d1020000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000001', 'finance',
    'Invoices and refunds', 'us-east-1', 'full'),
  ('d2020000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001', 'intake',
    'Referrals from other practices', 'eu-west-1', 'metadata_only');

INSERT INTO environments (environment_id, workspace_id, tenant_id, name, tier) VALUES
  ('d1030000-0000-4000-8000-000000000001', 'd1020000-0000-4000-8000-000000000001',
    'd1000000-0000-4000-8000-000000000001', 'sandbox', 'dev'),
  ('d1030000-0000-4000-8000-000000000002', 'd1020000-0000-4000-8000-000000000001',
    'd1000000-0000-4000-8000-000000000001', 'live', 'prod'),
  ('d1030000-0000-4000-8000-000000000003', 'd1020000-0000-4000-8000-000000000002',
    'd1000000-0000-4000-8000-000000000001', 'live', 'prod'),
  ('d2030000-0000-4000-8000-000000000001', 'd2020000-0000-4000-8000-000000000001',
    'd2000000-0000-4000-8000-000000000001', 'trial', 'test');

-- The budget of finance is nearly used up, see check_budget().
INSERT INTO workspace_config (
  config_id, workspace_id, tenant_id, retention_days, approval_tiers, custom_settings) VALUES
  ('d1040000-0000-4000-8000-000000000001', 'd1020000-0000-4000-8000-000000000001',
    'd1000000-0000-4000-8000-000000000001', 90, '{"high": 2, "medium": 1}',
    '{"monthly_budget_in_cents": 50000}'),
  ('d1040000-0000-4000-8000-000000000002', 'd1020000-0000-4000-8000-000000000002',
    'd1000000-0000-4000-8000-000000000001', 365, '{"high": 2}', '{"monthly_budget_in_cents": 1000}'),
  ('d2040000-0000-4000-8000-000000000001', 'd2020000-0000-4000-8000-000000000001',
    'd2000000-0000-4000-8000-000000000001', 30, '{}', '{}');

INSERT INTO principals (
  principal_id, tenant_id, type, email, service_name, display_name, oidc_issuer, oidc_sub, is_active,
  deactivated_at) VALUES
  ('d1050000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001', 'human',
    'maya@larkspur.example.com', NULL, 'Maya Okafor', 'https://login.larkspur.example.com', 'maya', true,
    NULL),
  ('d1050000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000001', 'human',
    'tomas@larkspur.example.com', NULL, 'Tomas Reyes', 'https://login.larkspur.example.com', 'tomas', true,
    NULL),
  ('d1050000-0000-4000-8000-000000000003', 'd1000000-0000-4000-8000-000000000001', 'human',
    'ingrid@larkspur.example.com', NULL, 'Ingrid Vale', 'https://login.larkspur.example.com', 'ingrid', true,
    NULL),
  ('d1050000-0000-4000-8000-000000000004', 'd1000000-0000-4000-8000-000000000001', 'human',
    'casper@larkspur.example.com', NULL, 'Casper Lund', NULL, NULL, false, now() - interval '20 days'),
  ('d1050000-0000-4000-8000-000000000005', 'd1000000-0000-4000-8000-000000000001', 'service',
    NULL, 'ticket-gateway', 'Ticket gateway', NULL, NULL, true, NULL),
  ('d2050000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001', 'human',
    'jana@nordlicht.example.org', NULL, 'Jana Keller', NULL, 'jana', true, NULL),
  ('d2050000-0000-4000-8000-000000000002', 'd2000000-0000-4000-8000-000000000001', 'human',
    'emil@nordlicht.example.org', NULL, 'Emil Brandt', NULL, 'emil', true, NULL);

-- Maya administers, Tomas operates, Ingrid approves, and in finance Tomas does too.
INSERT INTO role_bindings (role_binding_id, principal_id, role_id, workspace_id, tenant_id, created_by)
SELECT b.id::uuid, b.principal::uuid, r.role_id, r.workspace_id, r.tenant_id, b.creator::uuid
FROM (VALUES
  ('d1060000-0000-4000-8000-000000000001', 'd1050000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 'workspace_admin', NULL),
  ('d1060000-0000-4000-8000-000000000002', 'd1050000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000002', 'workspace_admin', NULL),
  ('d1060000-0000-4000-8000-000000000003', 'd1050000-0000-4000-8000-000000000002',
    'd1020000-0000-4000-8000-000000000001', 'operator', 'd1050000-0000-4000-8000-000000000001'),
  ('d1060000-0000-4000-8000-000000000004', 'd1050000-0000-4000-8000-000000000003',
    'd1020000-0000-4000-8000-000000000001', 'approver', 'd1050000-0000-4000-8000-000000000001'),
  ('d1060000-0000-4000-8000-000000000005', 'd1050000-0000-4000-8000-000000000003',
    'd1020000-0000-4000-8000-000000000002', 'approver', 'd1050000-0000-4000-8000-000000000001'),
  ('d1060000-0000-4000-8000-000000000006', 'd1050000-0000-4000-8000-000000000002',
    'd1020000-0000-4000-8000-000000000002', 'approver', 'd1050000-0000-4000-8000-000000000001'),
  ('d1060000-0000-4000-8000-000000000007', 'd1050000-0000-4000-8000-000000000005',
    'd1020000-0000-4000-8000-000000000001', 'operator', 'd1050000-0000-4000-8000-000000000001'),
  ('d2060000-0000-4000-8000-000000000001', 'd2050000-0000-4000-8000-000000000001',
    'd2020000-0000-4000-8000-000000000001', 'workspace_admin', NULL),
  ('d2060000-0000-4000-8000-000000000002', 'd2050000-0000-4000-8000-000000000002',
    'd2020000-0000-4000-8000-000000000001', 'operator', 'd2050000-0000-4000-8000-000000000001')
) AS b (id, principal, workspace, role, creator)
JOIN roles AS r ON r.workspace_id = b.workspace::uuid AND r.name = b.role;

-- One key works, one has expired, one was withdrawn.
INSERT INTO api_keys (
  api_key_id, principal_id, tenant_id, workspace_id, key_hash, name, key_preview, is_active, expires_at,
  created_by) VALUES
  ('d1070000-0000-4000-8000-000000000001', 'd1050000-0000-4000-8000-000000000005',
    'd1000000-0000-4000-8000-000000000001', 'd1020000-0000-4000-8000-000000000001',
    encode(sha256('development only: gateway'), 'hex'), 'gateway', 'gw01', true, now() + interval '90 days',
    'd1050000-0000-4000-8000-000000000001'),
  ('d1070000-0000-4000-8000-000000000002', 'd1050000-0000-4000-8000-000000000005',
    'd1000000-0000-4000-8000-000000000001', 'd1020000-0000-4000-8000-000000000001',
    encode(sha256('development only: last year'), 'hex'), 'last year', 'ly01', true,
    now() - interval '30 days',
    'd1050000-0000-4000-8000-000000000001'),
  ('d1070000-0000-4000-8000-000000000003', 'd1050000-0000-4000-8000-000000000005',
    'd1000000-0000-4000-8000-000000000001', 'd1020000-0000-4000-8000-000000000001',
    encode(sha256('development only: withdrawn'), 'hex'), 'withdrawn', 'wd01', false, NULL,
    'd1050000-0000-4000-8000-000000000001');

INSERT INTO sessions (
  session_id, principal_id, tenant_id, jwt_sub, issued_at, expires_at, client_ip, is_revoked,
  revoked_at) VALUES
  ('d1080000-0000-4000-8000-000000000001', 'd1050000-0000-4000-8000-000000000001',
    'd1000000-0000-4000-8000-000000000001', 'maya', now() - interval '1 hour', now() + interval '7 days',
    '192.0.2.10', false, NULL),
  ('d1080000-0000-4000-8000-000000000002', 'd1050000-0000-4000-8000-000000000002',
    'd1000000-0000-4000-8000-000000000001', 'tomas', now() - interval '2 days', now() - interval '1 day',
    '192.0.2.11', false, NULL),
  ('d1080000-0000-4000-8000-000000000003', 'd1050000-0000-4000-8000-000000000003',
    'd1000000-0000-4000-8000-000000000001', 'ingrid', now() - interval '3 hours', now() + interval '7 days',
    '192.0.2.12', true, now() - interval '1 hour'),
  ('d2080000-0000-4000-8000-000000000001', 'd2050000-0000-4000-8000-000000000001',
    'd2000000-0000-4000-8000-000000000001', 'jana', now() - interval '1 hour', now() + interval '7 days',
    '198.51.100.7', false, NULL);

INSERT INTO workflows (workflow_id, tenant_id, workspace_id, name, description, created_by) VALUES
  ('d1090000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 'late-shipment', 'Answers questions about late shipments',
    'd1050000-0000-4000-8000-000000000001'),
  ('d1090000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000002', 'refund', 'Prepares refunds for approval',
    'd1050000-0000-4000-8000-000000000001'),
  ('d2090000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001',
    'd2020000-0000-4000-8000-000000000001', 'referral', 'Sorts referrals by urgency',
    'd2050000-0000-4000-8000-000000000001');

-- Digests are computed by the database. Version 1.1.0 of late-shipment is a draft.
INSERT INTO workflow_versions (
  workflow_version_id, tenant_id, workflow_id, version, definition_yaml, model_pin, risk_tier) VALUES
  ('d10a0000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001',
    'd1090000-0000-4000-8000-000000000001', '1.0.0', E'steps:\n  - classify\n  - approve\n  - reply\n',
    '{"model": "compact-1", "temperature": 0}', 'medium'),
  ('d10a0000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000001',
    'd1090000-0000-4000-8000-000000000001', '1.1.0',
    E'steps:\n  - classify\n  - track\n  - approve\n  - reply\n',
    '{"model": "compact-2", "temperature": 0}', 'medium'),
  ('d10a0000-0000-4000-8000-000000000003', 'd1000000-0000-4000-8000-000000000001',
    'd1090000-0000-4000-8000-000000000002', '2.0.0', E'steps:\n  - check\n  - approve\n  - pay\n',
    '{"model": "compact-1", "temperature": 0}', 'high'),
  ('d20a0000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001',
    'd2090000-0000-4000-8000-000000000001', '0.1.0', E'steps:\n  - classify\n',
    '{"model": "compact-1", "temperature": 0}', 'low');
SELECT publish_workflow_version(v.version::uuid, v.principal::uuid)
FROM (VALUES
  ('d10a0000-0000-4000-8000-000000000001', 'd1050000-0000-4000-8000-000000000001'),
  ('d10a0000-0000-4000-8000-000000000003', 'd1050000-0000-4000-8000-000000000001'),
  ('d20a0000-0000-4000-8000-000000000001', 'd2050000-0000-4000-8000-000000000001')
) AS v (version, principal);

INSERT INTO policies (policy_id, tenant_id, name, version, policy_rego, description, created_by) VALUES
  ('d10b0000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001', 'working-hours', '1',
    E'package working_hours\ndefault allow = false\nallow { input.hour >= 8; input.hour < 18 }\n',
    'Replies go out by day only', 'd1050000-0000-4000-8000-000000000001'),
  ('d10b0000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000001', 'refund-limit', '1',
    E'package refund_limit\ndefault allow = false\nallow { input.amount_in_cents <= 20000 }\n',
    'Refunds up to 200 dollars', 'd1050000-0000-4000-8000-000000000001');
INSERT INTO policy_bindings (
  policy_binding_id, tenant_id, workspace_id, policy_id, workflow_id, priority) VALUES
  ('d10c0000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 'd10b0000-0000-4000-8000-000000000001',
    'd1090000-0000-4000-8000-000000000001', 100),
  ('d10c0000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000002', 'd10b0000-0000-4000-8000-000000000002',
    'd1090000-0000-4000-8000-000000000002', 10);

INSERT INTO provider_keys (
  provider_key_id, tenant_id, workspace_id, provider_type, name, encrypted_key, kms_key_id, created_by) VALUES
  ('d10d0000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 'openai', 'support', 'enc:invented-for-development-1',
    'kms-larkspur-1', 'd1050000-0000-4000-8000-000000000001'),
  ('d20d0000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001',
    'd2020000-0000-4000-8000-000000000001', 'anthropic', 'intake', 'enc:invented-for-development-2',
    'kms-nordlicht-1', 'd2050000-0000-4000-8000-000000000001');
SELECT rotate_provider_key('d10d0000-0000-4000-8000-000000000001', 'enc:invented-for-development-3',
  'kms-larkspur-2', 'd1050000-0000-4000-8000-000000000001', 'yearly rotation');
SELECT record_validation('d10d0000-0000-4000-8000-000000000001', 'call_test', 'pass');
INSERT INTO connector_installations (
  connector_installation_id, tenant_id, workspace_id, connector_type, connector_version, display_name,
  encrypted_config, kms_key_id, installed_by) VALUES
  ('d10e0000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 'ticketing', '2.3.0', 'Help desk',
    'enc:invented-for-development-4',
    'kms-larkspur-2', 'd1050000-0000-4000-8000-000000000001');

-- Runs begin as queued; the updates below take them where they are.
INSERT INTO runs (
  run_id, tenant_id, workspace_id, workflow_version_id, trigger_type, trigger_ref, triggered_by,
  input_metadata, idempotency_key, created_at) VALUES
  ('d10f0000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 'd10a0000-0000-4000-8000-000000000001', 'webhook', 'ticket 4711',
    'd1050000-0000-4000-8000-000000000005', '{"ticket": 4711}', 'ticket-4711', now() - interval '2 days'),
  ('d10f0000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 'd10a0000-0000-4000-8000-000000000001', 'webhook', 'ticket 4712',
    'd1050000-0000-4000-8000-000000000005', '{"ticket": 4712}', 'ticket-4712', now() - interval '1 hour'),
  ('d10f0000-0000-4000-8000-000000000003', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 'd10a0000-0000-4000-8000-000000000001', 'webhook', 'ticket 4713',
    'd1050000-0000-4000-8000-000000000005', '{"ticket": 4713}', 'ticket-4713', now() - interval '1 day'),
  ('d10f0000-0000-4000-8000-000000000004', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 'd10a0000-0000-4000-8000-000000000001', 'manual', NULL,
    'd1050000-0000-4000-8000-000000000002', '{"ticket": 4714}', NULL, now() - interval '5 minutes'),
  ('d10f0000-0000-4000-8000-000000000005', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000002', 'd10a0000-0000-4000-8000-000000000003', 'manual', NULL,
    'd1050000-0000-4000-8000-000000000001', '{"prompt": "Refund order 9001"}', NULL,
    now() - interval '3 hours'),
  ('d20f0000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001',
    'd2020000-0000-4000-8000-000000000001', 'd20a0000-0000-4000-8000-000000000001', 'scheduled', 'nightly',
    NULL, '{"referrals": 12}', 'nightly-1', now() - interval '8 hours');
UPDATE runs SET status = 'running', started_at = created_at + interval '10 seconds'
WHERE tenant_id IN ('d1000000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001')
  AND run_id <> 'd10f0000-0000-4000-8000-000000000004';

INSERT INTO steps (step_id, run_id, tenant_id, workspace_id, step_name, step_type, sequence) VALUES
  ('d1100000-0000-4000-8000-000000000001', 'd10f0000-0000-4000-8000-000000000001',
    'd1000000-0000-4000-8000-000000000001', 'd1020000-0000-4000-8000-000000000001', 'classify', 'llm_call',
    1),
  ('d1100000-0000-4000-8000-000000000002', 'd10f0000-0000-4000-8000-000000000001',
    'd1000000-0000-4000-8000-000000000001', 'd1020000-0000-4000-8000-000000000001', 'approve',
    'approval_gate',
    2),
  ('d1100000-0000-4000-8000-000000000003', 'd10f0000-0000-4000-8000-000000000001',
    'd1000000-0000-4000-8000-000000000001', 'd1020000-0000-4000-8000-000000000001', 'reply',
    'connector_action',
    3),
  ('d1100000-0000-4000-8000-000000000004', 'd10f0000-0000-4000-8000-000000000002',
    'd1000000-0000-4000-8000-000000000001', 'd1020000-0000-4000-8000-000000000001', 'classify', 'llm_call',
    1),
  ('d1100000-0000-4000-8000-000000000005', 'd10f0000-0000-4000-8000-000000000002',
    'd1000000-0000-4000-8000-000000000001', 'd1020000-0000-4000-8000-000000000001', 'approve',
    'approval_gate',
    2),
  ('d1100000-0000-4000-8000-000000000006', 'd10f0000-0000-4000-8000-000000000003',
    'd1000000-0000-4000-8000-000000000001', 'd1020000-0000-4000-8000-000000000001', 'classify', 'llm_call',
    1),
  ('d1100000-0000-4000-8000-000000000007', 'd10f0000-0000-4000-8000-000000000005',
    'd1000000-0000-4000-8000-000000000001', 'd1020000-0000-4000-8000-000000000002', 'approve',
    'approval_gate',
    1),
  ('d2100000-0000-4000-8000-000000000001', 'd20f0000-0000-4000-8000-000000000001',
    'd2000000-0000-4000-8000-000000000001', 'd2020000-0000-4000-8000-000000000001', 'classify', 'llm_call',
    1);
UPDATE steps SET status = 'running'
WHERE tenant_id IN ('d1000000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001');
UPDATE steps SET status = 'succeeded'
WHERE step_id IN (
  'd1100000-0000-4000-8000-000000000001', 'd1100000-0000-4000-8000-000000000003',
  'd1100000-0000-4000-8000-000000000004', 'd2100000-0000-4000-8000-000000000001');
UPDATE steps SET status = 'failed_terminal', error_message = 'the model did not answer', retry_count = 3
WHERE step_id = 'd1100000-0000-4000-8000-000000000006';

INSERT INTO tool_calls (
  tool_call_id, run_id, step_id, tenant_id, tool_type, tool_name, input_data, output_data,
  usage_metadata) VALUES
  ('d1110000-0000-4000-8000-000000000001', 'd10f0000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001', 'llm', 'compact-1',
    '{"ticket": 4711}', '{"class": "late"}', '{"input_tokens": 812, "output_tokens": 24}'),
  ('d1110000-0000-4000-8000-000000000002', 'd10f0000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000003', 'd1000000-0000-4000-8000-000000000001', 'connector', 'ticketing',
    '{"ticket": 4711}', '{"status": 200}', '{}'),
  ('d1110000-0000-4000-8000-000000000003', 'd10f0000-0000-4000-8000-000000000002',
    'd1100000-0000-4000-8000-000000000004', 'd1000000-0000-4000-8000-000000000001', 'llm', 'compact-1',
    '{"ticket": 4712}', '{"class": "late"}', '{"input_tokens": 790, "output_tokens": 22}'),
  ('d2110000-0000-4000-8000-000000000001', 'd20f0000-0000-4000-8000-000000000001',
    'd2100000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001', 'llm', 'compact-1',
    '{"referrals": 12}', '{"urgent": 2}', '{"input_tokens": 5200, "output_tokens": 130}');

-- One approval was given; two wait. The refund needs two approvers, and Maya, who triggered the run, may not
-- be one of them.
INSERT INTO approval_requests (
  approval_request_id, run_id, step_id, tenant_id, workspace_id, risk_tier, approval_subject,
  approval_context, required_approvers, expires_at) VALUES
  ('d1120000-0000-4000-8000-000000000001', 'd10f0000-0000-4000-8000-000000000001',
    'd1100000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 'medium', 'Reply to ticket 4711', '{"ticket": 4711}', 1,
    now() + interval '7 days'),
  ('d1120000-0000-4000-8000-000000000002', 'd10f0000-0000-4000-8000-000000000002',
    'd1100000-0000-4000-8000-000000000005', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 'medium', 'Reply to ticket 4712', '{"ticket": 4712}', 1,
    now() + interval '7 days'),
  ('d1120000-0000-4000-8000-000000000003', 'd10f0000-0000-4000-8000-000000000005',
    'd1100000-0000-4000-8000-000000000007', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000002', 'high', 'Refund of 180 dollars', '{"order": 9001}', 2,
    now() + interval '7 days');
UPDATE steps SET status = 'waiting_approval'
WHERE step_id IN (
  'd1100000-0000-4000-8000-000000000002', 'd1100000-0000-4000-8000-000000000005',
  'd1100000-0000-4000-8000-000000000007');
UPDATE runs SET status = 'waiting_approval'
WHERE run_id IN (
  'd10f0000-0000-4000-8000-000000000001', 'd10f0000-0000-4000-8000-000000000002',
  'd10f0000-0000-4000-8000-000000000005');
INSERT INTO approval_decisions (
  approval_decision_id, approval_request_id, tenant_id, decided_by, decision, reason) VALUES
  ('d1130000-0000-4000-8000-000000000001', 'd1120000-0000-4000-8000-000000000001',
    'd1000000-0000-4000-8000-000000000001', 'd1050000-0000-4000-8000-000000000003', 'approved',
    'The apology is in order');
UPDATE steps SET status = 'succeeded' WHERE step_id = 'd1100000-0000-4000-8000-000000000002';
UPDATE runs SET status = 'succeeded', output_metadata = '{"replies": 1}'
WHERE run_id = 'd10f0000-0000-4000-8000-000000000001';
UPDATE runs SET status = 'failed_terminal', error_message = 'the model did not answer'
WHERE run_id = 'd10f0000-0000-4000-8000-000000000003';
UPDATE runs SET status = 'succeeded', output_metadata = '{"urgent": 2}'
WHERE run_id = 'd20f0000-0000-4000-8000-000000000001';

INSERT INTO metering_events (
  metering_event_id, tenant_id, workspace_id, metric_type, metric_name, quantity, unit, cost_in_cents, run_id,
  tool_call_id, source_key) VALUES
  ('d1140000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 'llm_tokens', 'input_tokens', 812, 'tokens', 0.4,
    'd10f0000-0000-4000-8000-000000000001', 'd1110000-0000-4000-8000-000000000001', 'call-1-input'),
  ('d1140000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 'llm_tokens', 'output_tokens', 24, 'tokens', 0.1,
    'd10f0000-0000-4000-8000-000000000001', 'd1110000-0000-4000-8000-000000000001', 'call-1-output'),
  ('d1140000-0000-4000-8000-000000000003', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 'connector_calls', 'ticketing', 1, 'calls', 0,
    'd10f0000-0000-4000-8000-000000000001', 'd1110000-0000-4000-8000-000000000002', 'call-2'),
  ('d1140000-0000-4000-8000-000000000004', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000002', 'storage_bytes', 'invoices', 734003200, 'bytes', 960, NULL, NULL,
    'storage-1'),
  ('d2140000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001',
    'd2020000-0000-4000-8000-000000000001', 'llm_tokens', 'input_tokens', 5200, 'tokens', 2.6,
    'd20f0000-0000-4000-8000-000000000001', 'd2110000-0000-4000-8000-000000000001', 'call-1-input'),
  ('d2140000-0000-4000-8000-000000000002', 'd2000000-0000-4000-8000-000000000001',
    'd2020000-0000-4000-8000-000000000001', 'llm_tokens', 'output_tokens', 130, 'tokens', 0.4,
    'd20f0000-0000-4000-8000-000000000001', 'd2110000-0000-4000-8000-000000000001', 'call-1-output');
INSERT INTO usage_summary (
  usage_summary_id, tenant_id, workspace_id, period, period_start, period_end, llm_input_tokens,
  llm_output_tokens, connector_calls_count, storage_bytes, total_cost_in_cents)
SELECT s.id::uuid, s.tenant::uuid, s.workspace::uuid, 'daily', today.starts, today.starts + interval '1 day',
  s.input, s.output, s.calls, s.storage, s.cost
FROM (SELECT date_trunc('day', now(), 'UTC')) AS today (starts), (VALUES
  ('d1150000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000001', 812, 24, 1, 0, 0.5),
  ('d1150000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000001',
    'd1020000-0000-4000-8000-000000000002', 0, 0, 0, 734003200, 960),
  ('d2150000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001',
    'd2020000-0000-4000-8000-000000000001', 5200, 130, 0, 0, 3)
) AS s (id, tenant, workspace, input, output, calls, storage, cost);
