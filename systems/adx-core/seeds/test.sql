-- Test data: one tenant of level row, one with a schema of its own, one that is switched off. States that
-- tests ask for are all here: a pending and a suspended user, an expired session, a file in processing, and
-- a workflow that completed, one that runs and one that failed.

INSERT INTO tenants (id, name, slug, admin_email, subscription_tier, isolation_level, quotas,
  is_active) VALUES
  ('e1000000-0000-4000-8000-000000000000', 'Ironbark Testing', 'ironbark', 'qa@ironbark.example.org',
    'professional', 'row',
    '{"max_users": 25, "max_storage_gb": 50,
      "max_api_calls_per_hour": 5000, "max_workflows_per_hour": 200}',
    true),
  ('e2000000-0000-4000-8000-000000000000', 'Juniper Testing', 'juniper', 'qa@juniper.example.org',
    'enterprise', 'schema',
    '{"max_users": 100, "max_storage_gb": 500,
      "max_api_calls_per_hour": 50000, "max_workflows_per_hour": 2000}',
    true),
  ('e3000000-0000-4000-8000-000000000000', 'Kestrel Testing', 'kestrel', 'qa@kestrel.example.org',
    'free', 'row',
    '{"max_users": 3, "max_storage_gb": 1,
      "max_api_calls_per_hour": 100, "max_workflows_per_hour": 5}',
    false);

-- Makes the schema tenant_e2000000_… with its two tables, and records it.
SELECT create_tenant_schema('e2000000-0000-4000-8000-000000000000');
INSERT INTO tenant_e2000000_0000_4000_8000_000000000000.tenant_settings (key, value) VALUES
  ('locale', '"en"'),
  ('retention', '{"days": 90}');

INSERT INTO users (id, tenant_id, email, password_hash, first_name, last_name, status, roles,
  email_verified_at)
VALUES
  ('e1000000-0000-4000-8000-000000000001', 'e1000000-0000-4000-8000-000000000000',
  'admin@ironbark.example.org',
    '$argon2id$v=19$m=65536,t=3,p=4$dGVzdGluZw$bm90LWEtcmVhbC1oYXNoLTE', 'Ada', 'Minister', 'active',
    '{admin}',
    '2026-01-01 00:00:00+00'),
  ('e1000000-0000-4000-8000-000000000002', 'e1000000-0000-4000-8000-000000000000',
  'user@ironbark.example.org',
    '$argon2id$v=19$m=65536,t=3,p=4$dGVzdGluZw$bm90LWEtcmVhbC1oYXNoLTI', 'Una', 'Ordinary', 'active',
    '{user}',
    '2026-01-01 00:00:00+00'),
  ('e1000000-0000-4000-8000-000000000003', 'e1000000-0000-4000-8000-000000000000',
  'pending@ironbark.example.org',
    '$argon2id$v=19$m=65536,t=3,p=4$dGVzdGluZw$bm90LWEtcmVhbC1oYXNoLTM', 'Penny', 'Newly',
    'pending_verification', '{user}', NULL),
  ('e2000000-0000-4000-8000-000000000001', 'e2000000-0000-4000-8000-000000000000',
  'admin@juniper.example.org',
    '$argon2id$v=19$m=65536,t=3,p=4$dGVzdGluZw$bm90LWEtcmVhbC1oYXNoLTQ', 'Abel', 'Keeper', 'active',
    '{admin}',
    '2026-01-01 00:00:00+00'),
  ('e2000000-0000-4000-8000-000000000002', 'e2000000-0000-4000-8000-000000000000',
  'barred@juniper.example.org',
    '$argon2id$v=19$m=65536,t=3,p=4$dGVzdGluZw$bm90LWEtcmVhbC1oYXNoLTU', 'Bas', 'Barred', 'suspended',
    '{user}',
    '2026-01-01 00:00:00+00'),
  ('e3000000-0000-4000-8000-000000000001', 'e3000000-0000-4000-8000-000000000000',
  'admin@kestrel.example.org',
    '$argon2id$v=19$m=65536,t=3,p=4$dGVzdGluZw$bm90LWEtcmVhbC1oYXNoLTY', 'Kit', 'Dormant', 'active',
    '{admin}',
    '2026-01-01 00:00:00+00');

INSERT INTO user_sessions (id, user_id, tenant_id, session_token, refresh_token, status, ip_address,
  expires_at)
VALUES
  ('e1000000-0000-4000-8000-000000000101', 'e1000000-0000-4000-8000-000000000001',
    'e1000000-0000-4000-8000-000000000000', encode(sha256('test session 1'), 'hex'),
    encode(sha256('test refresh 1'), 'hex'), 'active', '192.0.2.20', now() + interval '1 year'),
  ('e1000000-0000-4000-8000-000000000102', 'e1000000-0000-4000-8000-000000000002',
    'e1000000-0000-4000-8000-000000000000', encode(sha256('test session 2'), 'hex'),
    encode(sha256('test refresh 2'), 'hex'), 'expired', '192.0.2.21', now() - interval '1 day'),
  ('e2000000-0000-4000-8000-000000000101', 'e2000000-0000-4000-8000-000000000001',
    'e2000000-0000-4000-8000-000000000000', encode(sha256('test session 3'), 'hex'),
    encode(sha256('test refresh 3'), 'hex'), 'active', '192.0.2.22', now() + interval '1 year');

INSERT INTO files (id, tenant_id, user_id, filename, original_filename, mime_type, file_size, storage_path,
  status, checksum)
VALUES
  ('e1000000-0000-4000-8000-000000000201', 'e1000000-0000-4000-8000-000000000000',
    'e1000000-0000-4000-8000-000000000001', 'report.pdf', 'report.pdf', 'application/pdf', 20480,
    'ironbark/report.pdf', 'ready', encode(sha256('report.pdf'), 'hex')),
  ('e1000000-0000-4000-8000-000000000202', 'e1000000-0000-4000-8000-000000000000',
    'e1000000-0000-4000-8000-000000000002', 'notes.txt', 'notes.txt', 'text/plain', 512, 'ironbark/notes.txt',
    'ready', encode(sha256('notes.txt'), 'hex')),
  ('e1000000-0000-4000-8000-000000000203', 'e1000000-0000-4000-8000-000000000000',
    'e1000000-0000-4000-8000-000000000002', 'video.mp4', 'video.mp4', 'video/mp4', 73400320,
    'ironbark/video.mp4', 'processing', NULL),
  ('e2000000-0000-4000-8000-000000000201', 'e2000000-0000-4000-8000-000000000000',
    'e2000000-0000-4000-8000-000000000001', 'ledger.csv', 'ledger.csv', 'text/csv', 4096,
    'juniper/ledger.csv',
    'ready', encode(sha256('ledger.csv'), 'hex'));

INSERT INTO file_permissions (id, file_id, tenant_id, user_id, permission_type, granted_by) VALUES
  ('e1000000-0000-4000-8000-000000000301', 'e1000000-0000-4000-8000-000000000201',
    'e1000000-0000-4000-8000-000000000000', 'e1000000-0000-4000-8000-000000000002', 'read',
    'e1000000-0000-4000-8000-000000000001'),
  ('e1000000-0000-4000-8000-000000000302', 'e1000000-0000-4000-8000-000000000202',
    'e1000000-0000-4000-8000-000000000000', 'e1000000-0000-4000-8000-000000000001', 'admin',
    'e1000000-0000-4000-8000-000000000002');

INSERT INTO workflow_executions (id, tenant_id, user_id, workflow_id, workflow_type, run_id, task_queue,
  status,
  result_data, error_message, started_at, completed_at)
VALUES
  ('e1000000-0000-4000-8000-000000000401', 'e1000000-0000-4000-8000-000000000000',
    'e1000000-0000-4000-8000-000000000001', 'ironbark-completed', 'report', 'run-1', 'test', 'completed',
    '{"pages": 3}', NULL, now() - interval '2 hours', now() - interval '1 hour'),
  ('e1000000-0000-4000-8000-000000000402', 'e1000000-0000-4000-8000-000000000000',
    'e1000000-0000-4000-8000-000000000002', 'ironbark-running', 'transcode', 'run-1', 'test', 'running',
    NULL, NULL, now() - interval '10 minutes', NULL),
  ('e2000000-0000-4000-8000-000000000401', 'e2000000-0000-4000-8000-000000000000',
    'e2000000-0000-4000-8000-000000000001', 'juniper-failed', 'import', 'run-1', 'test', 'failed',
    NULL, 'line 7: the amount is no number', now() - interval '3 hours', now() - interval '3 hours');

INSERT INTO tenant_billing (id, tenant_id, billing_email, company_name, current_period_start,
  current_period_end, is_trial)
VALUES
  ('e1000000-0000-4000-8000-000000000501', 'e1000000-0000-4000-8000-000000000000',
  'bills@ironbark.example.org',
    'Ironbark Testing', '2026-01-01', '2027-01-01', false),
  ('e2000000-0000-4000-8000-000000000501', 'e2000000-0000-4000-8000-000000000000',
  'bills@juniper.example.org',
    'Juniper Testing', '2026-01-01', '2027-01-01', false);

INSERT INTO tenant_usage (id, tenant_id, usage_type, usage_value, quota_limit, period_start,
  period_end) VALUES
  ('e1000000-0000-4000-8000-000000000601', 'e1000000-0000-4000-8000-000000000000', 'api_calls', 1200, 5000,
    '2026-01-01', '2026-02-01'),
  ('e1000000-0000-4000-8000-000000000602', 'e1000000-0000-4000-8000-000000000000', 'storage_gb', 7, 50,
    '2026-01-01', '2026-02-01'),
  ('e2000000-0000-4000-8000-000000000601', 'e2000000-0000-4000-8000-000000000000', 'workflows', 90, 2000,
    '2026-01-01', '2026-02-01');

INSERT INTO user_profiles (id, user_id, tenant_id, display_name, job_title) VALUES
  ('e1000000-0000-4000-8000-000000000701', 'e1000000-0000-4000-8000-000000000001',
    'e1000000-0000-4000-8000-000000000000', 'Ada Minister', 'Administrator'),
  ('e1000000-0000-4000-8000-000000000702', 'e1000000-0000-4000-8000-000000000002',
    'e1000000-0000-4000-8000-000000000000', 'Una Ordinary', 'Tester'),
  ('e2000000-0000-4000-8000-000000000701', 'e2000000-0000-4000-8000-000000000001',
    'e2000000-0000-4000-8000-000000000000', 'Abel Keeper', 'Administrator');

INSERT INTO api_keys (id, tenant_id, user_id, key_name, key_hash, key_prefix, permissions, expires_at) VALUES
  ('e1000000-0000-4000-8000-000000000b01', 'e1000000-0000-4000-8000-000000000000',
    'e1000000-0000-4000-8000-000000000001', 'nightly run', encode(sha256('test key 1'), 'hex'), 'ironbark',
    '{files:read}', NULL),
  ('e2000000-0000-4000-8000-000000000b01', 'e2000000-0000-4000-8000-000000000000', NULL, 'import',
    encode(sha256('test key 2'), 'hex'), 'juniper', '{files:read,files:write}', now() + interval '1 year');

INSERT INTO audit_logs (id, tenant_id, user_id, action, resource_type, resource_id) VALUES
  ('e1000000-0000-4000-8000-000000000a01', 'e1000000-0000-4000-8000-000000000000',
    'e1000000-0000-4000-8000-000000000001', 'user.login', 'user', 'e1000000-0000-4000-8000-000000000001'),
  ('e2000000-0000-4000-8000-000000000a01', 'e2000000-0000-4000-8000-000000000000',
    'e2000000-0000-4000-8000-000000000001', 'file.upload', 'file', 'e2000000-0000-4000-8000-000000000201');

-- A hundred measured queries in the last hours; every tenth is slow.
INSERT INTO query_performance_log (tenant_id, query_hash, query_type, table_name, execution_time_ms,
  rows_affected, is_slow_query, executed_at)
SELECT
  CASE WHEN n % 2 = 0 THEN 'e1000000-0000-4000-8000-000000000000'::uuid
    ELSE 'e2000000-0000-4000-8000-000000000000' END,
  encode(sha256(('query ' || n % 7)::bytea), 'hex'),
  (ARRAY['SELECT', 'SELECT', 'INSERT', 'UPDATE', 'DELETE'])[n % 5 + 1],
  (ARRAY['files', 'users', 'workflow_executions'])[n % 3 + 1],
  CASE WHEN n % 10 = 0 THEN 1000 + n * 20 ELSE 3 + n END,
  n % 4,
  n % 10 = 0,
  now() - n * interval '2 minutes'
FROM generate_series(1, 100) AS n;
