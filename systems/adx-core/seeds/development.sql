-- Development data: three tenants of level row that do business with each other. The people are invented;
-- the password hashes belong to no password, and the tokens are digests of the words in the brackets.

INSERT INTO tenants (id, name, slug, admin_email, subscription_tier, isolation_level, settings, quotas,
  features)
VALUES
  ('d1000000-0000-4000-8000-000000000000', 'Fernhill Logistics', 'fernhill', 'platform@fernhill.example.com',
    'enterprise', 'row', '{"locale": "en", "theme": "light"}',
    '{"max_users": 500, "max_storage_gb": 2000,
      "max_api_calls_per_hour": 100000, "max_workflows_per_hour": 5000}',
    '{sso,audit_export,ai_workflows}'),
  ('d2000000-0000-4000-8000-000000000000', 'Saltmarsh Studio', 'saltmarsh', 'hello@saltmarsh.example.com',
    'professional', 'row', '{"locale": "en", "theme": "dark"}',
    '{"max_users": 50, "max_storage_gb": 200,
      "max_api_calls_per_hour": 10000, "max_workflows_per_hour": 500}',
    '{audit_export}'),
  ('d3000000-0000-4000-8000-000000000000', 'Two Wrens Bookshop', 'two-wrens', 'shop@twowrens.example.com',
    'free', 'row', '{"locale": "en"}',
    '{"max_users": 5, "max_storage_gb": 5,
      "max_api_calls_per_hour": 1000, "max_workflows_per_hour": 20}',
    '{}');

INSERT INTO users (id, tenant_id, email, password_hash, first_name, last_name, status, roles, permissions,
  last_login_at, email_verified_at)
VALUES
  ('d1000000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000000',
  'ines@fernhill.example.com',
    '$argon2id$v=19$m=65536,t=3,p=4$ZGV2ZWxvcG1lbnQ$bm90LWEtcmVhbC1oYXNoLTE', 'Ines', 'Quill', 'active',
    '{admin}', '{tenant:manage,files:write,workflows:run}', now() - interval '2 hours',
    '2026-01-12 08:30:00+00'),
  ('d1000000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000000',
  'tomas@fernhill.example.com',
    '$argon2id$v=19$m=65536,t=3,p=4$ZGV2ZWxvcG1lbnQ$bm90LWEtcmVhbC1oYXNoLTI', 'Tomas', 'Dray', 'active',
    '{user}', '{files:write}', now() - interval '1 day', '2026-01-13 09:00:00+00'),
  ('d1000000-0000-4000-8000-000000000003', 'd1000000-0000-4000-8000-000000000000',
  'orla@fernhill.example.com',
    '$argon2id$v=19$m=65536,t=3,p=4$ZGV2ZWxvcG1lbnQ$bm90LWEtcmVhbC1oYXNoLTM', 'Orla', 'Penhale', 'active',
    '{user}', '{files:read}', now() - interval '6 days', '2026-02-02 10:15:00+00'),
  ('d2000000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000000',
  'mika@saltmarsh.example.com',
    '$argon2id$v=19$m=65536,t=3,p=4$ZGV2ZWxvcG1lbnQ$bm90LWEtcmVhbC1oYXNoLTQ', 'Mika', 'Solander', 'active',
    '{admin}', '{tenant:manage,files:write}', now() - interval '5 hours', '2026-03-04 12:00:00+00'),
  ('d2000000-0000-4000-8000-000000000002', 'd2000000-0000-4000-8000-000000000000',
  'juno@saltmarsh.example.com',
    '$argon2id$v=19$m=65536,t=3,p=4$ZGV2ZWxvcG1lbnQ$bm90LWEtcmVhbC1oYXNoLTU', 'Juno', 'Ashby', 'active',
    '{user}', '{files:write}', now() - interval '3 days', '2026-03-05 12:00:00+00'),
  ('d3000000-0000-4000-8000-000000000001', 'd3000000-0000-4000-8000-000000000000',
  'wren@twowrens.example.com',
    '$argon2id$v=19$m=65536,t=3,p=4$ZGV2ZWxvcG1lbnQ$bm90LWEtcmVhbC1oYXNoLTY', 'Wren', 'Halloway', 'active',
    '{admin}', '{tenant:manage}', now() - interval '20 days', '2026-04-21 16:45:00+00');

INSERT INTO user_sessions (id, user_id, tenant_id, session_token, refresh_token, ip_address, user_agent,
  device_id, expires_at, last_activity_at)
VALUES
  ('d1000000-0000-4000-8000-000000000101', 'd1000000-0000-4000-8000-000000000001',
    'd1000000-0000-4000-8000-000000000000', encode(sha256('session of Ines'), 'hex'),
    encode(sha256('refresh of Ines'), 'hex'), '192.0.2.10', 'Firefox on Linux', 'laptop-ines',
    now() + interval '1 year', now() - interval '10 minutes'),
  ('d2000000-0000-4000-8000-000000000101', 'd2000000-0000-4000-8000-000000000001',
    'd2000000-0000-4000-8000-000000000000', encode(sha256('session of Mika'), 'hex'),
    encode(sha256('refresh of Mika'), 'hex'), '198.51.100.7', 'Safari on macOS', 'studio-mac',
    now() + interval '1 year', now() - interval '2 hours');

INSERT INTO files (id, tenant_id, user_id, filename, original_filename, mime_type, file_size, storage_path,
  status, metadata, checksum, is_public)
VALUES
  ('d1000000-0000-4000-8000-000000000201', 'd1000000-0000-4000-8000-000000000000',
    'd1000000-0000-4000-8000-000000000001', 'routes-2026-q2.xlsx', 'Routes Q2 (final).xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 248320,
    'fernhill/routes-2026-q2.xlsx',
    'ready', '{"sheets": 4}', encode(sha256('routes-2026-q2'), 'hex'), false),
  ('d1000000-0000-4000-8000-000000000202', 'd1000000-0000-4000-8000-000000000000',
    'd1000000-0000-4000-8000-000000000002', 'depot-plan.pdf', 'depot plan.pdf', 'application/pdf', 1048576,
    'fernhill/depot-plan.pdf', 'ready', '{"pages": 12}', encode(sha256('depot-plan'), 'hex'), false),
  ('d2000000-0000-4000-8000-000000000201', 'd2000000-0000-4000-8000-000000000000',
    'd2000000-0000-4000-8000-000000000001', 'cover-draft.png', 'Cover draft 3.png', 'image/png', 734003,
    'saltmarsh/cover-draft.png', 'ready', '{"width": 2400, "height": 3600}',
    encode(sha256('cover-draft'), 'hex'), true);

INSERT INTO file_permissions (id, file_id, tenant_id, user_id, permission_type, granted_by) VALUES
  ('d1000000-0000-4000-8000-000000000301', 'd1000000-0000-4000-8000-000000000201',
    'd1000000-0000-4000-8000-000000000000', 'd1000000-0000-4000-8000-000000000002', 'write',
    'd1000000-0000-4000-8000-000000000001'),
  ('d2000000-0000-4000-8000-000000000301', 'd2000000-0000-4000-8000-000000000201',
    'd2000000-0000-4000-8000-000000000000', 'd2000000-0000-4000-8000-000000000002', 'read',
    'd2000000-0000-4000-8000-000000000001');

INSERT INTO workflow_executions (id, tenant_id, user_id, workflow_id, workflow_type, run_id, task_queue,
  status,
  input_data, result_data, started_at, completed_at)
VALUES
  ('d1000000-0000-4000-8000-000000000401', 'd1000000-0000-4000-8000-000000000000',
    'd1000000-0000-4000-8000-000000000001', 'fernhill-import-routes', 'spreadsheet_import', 'run-0001',
    'files',
    'completed', '{"file": "routes-2026-q2.xlsx"}', '{"rows": 1840}', now() - interval '3 hours',
    now() - interval '3 hours' + interval '42 seconds'),
  ('d2000000-0000-4000-8000-000000000401', 'd2000000-0000-4000-8000-000000000000',
    'd2000000-0000-4000-8000-000000000002', 'saltmarsh-render-cover', 'image_render', 'run-0001', 'media',
    'running', '{"file": "cover-draft.png"}', NULL, now() - interval '5 minutes', NULL);

INSERT INTO tenant_billing (id, tenant_id, billing_email, company_name, tax_id, billing_address,
  subscription_id, current_period_start, current_period_end, trial_end, is_trial)
VALUES
  ('d1000000-0000-4000-8000-000000000501', 'd1000000-0000-4000-8000-000000000000',
    'accounts@fernhill.example.com', 'Fernhill Logistics Ltd', 'XX-100200300',
    '{"street": "14 Canal Quay", "city": "Northmoor"}', 'subscription-fernhill', '2026-07-01', '2027-07-01',
    NULL,
    false),
  ('d2000000-0000-4000-8000-000000000501', 'd2000000-0000-4000-8000-000000000000',
    'books@saltmarsh.example.com', 'Saltmarsh Studio', NULL, '{"street": "3 Sail Loft", "city": "Eastness"}',
    'subscription-saltmarsh', '2026-07-01', '2026-08-01', NULL, false),
  ('d3000000-0000-4000-8000-000000000501', 'd3000000-0000-4000-8000-000000000000',
  'shop@twowrens.example.com',
    'Two Wrens Bookshop', NULL, '{}', NULL, NULL, NULL, '2026-05-21', true);

INSERT INTO tenant_usage (id, tenant_id, usage_type, usage_value, quota_limit, period_start,
  period_end) VALUES
  ('d1000000-0000-4000-8000-000000000601', 'd1000000-0000-4000-8000-000000000000', 'api_calls', 48210, 100000,
    '2026-07-01', '2026-08-01'),
  ('d1000000-0000-4000-8000-000000000602', 'd1000000-0000-4000-8000-000000000000', 'storage_gb', 640, 2000,
    '2026-07-01', '2026-08-01'),
  ('d1000000-0000-4000-8000-000000000603', 'd1000000-0000-4000-8000-000000000000', 'workflows', 312, 5000,
    '2026-07-01', '2026-08-01'),
  ('d2000000-0000-4000-8000-000000000601', 'd2000000-0000-4000-8000-000000000000', 'api_calls', 2950, 10000,
    '2026-07-01', '2026-08-01'),
  ('d3000000-0000-4000-8000-000000000601', 'd3000000-0000-4000-8000-000000000000', 'users', 1, 5,
    '2026-07-01', '2026-08-01');

INSERT INTO user_profiles (id, user_id, tenant_id, display_name, bio, location, timezone, job_title,
  department,
  manager_id, hire_date)
VALUES
  ('d1000000-0000-4000-8000-000000000701', 'd1000000-0000-4000-8000-000000000001',
    'd1000000-0000-4000-8000-000000000000', 'Ines Quill', 'Keeps the lorries on time.', 'Northmoor',
    'Europe/London', 'Head of Operations', 'Operations', NULL, '2019-03-01'),
  ('d1000000-0000-4000-8000-000000000702', 'd1000000-0000-4000-8000-000000000002',
    'd1000000-0000-4000-8000-000000000000', 'Tomas Dray', NULL, 'Northmoor', 'Europe/London', 'Route Planner',
    'Operations', 'd1000000-0000-4000-8000-000000000001', '2022-09-12'),
  ('d2000000-0000-4000-8000-000000000701', 'd2000000-0000-4000-8000-000000000001',
    'd2000000-0000-4000-8000-000000000000', 'Mika Solander', 'Draws covers for books nobody has written yet.',
    'Eastness', 'Europe/London', 'Art Director', 'Design', NULL, '2020-01-06');

INSERT INTO user_teams (id, tenant_id, team_name, team_description, team_lead_id, created_by) VALUES
  ('d1000000-0000-4000-8000-000000000801', 'd1000000-0000-4000-8000-000000000000', 'Route planning',
    'Decides who drives where.', 'd1000000-0000-4000-8000-000000000001',
    'd1000000-0000-4000-8000-000000000001'),
  ('d1000000-0000-4000-8000-000000000802', 'd1000000-0000-4000-8000-000000000000', 'Depots',
    'Yards, ramps and forklifts.', 'd1000000-0000-4000-8000-000000000002',
    'd1000000-0000-4000-8000-000000000001'),
  ('d2000000-0000-4000-8000-000000000801', 'd2000000-0000-4000-8000-000000000000', 'Covers', NULL,
    'd2000000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001');

INSERT INTO user_team_memberships (id, team_id, user_id, tenant_id, role) VALUES
  ('d1000000-0000-4000-8000-000000000901', 'd1000000-0000-4000-8000-000000000801',
    'd1000000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000000', 'lead'),
  ('d1000000-0000-4000-8000-000000000902', 'd1000000-0000-4000-8000-000000000801',
    'd1000000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000000', 'member'),
  ('d1000000-0000-4000-8000-000000000903', 'd1000000-0000-4000-8000-000000000802',
    'd1000000-0000-4000-8000-000000000003', 'd1000000-0000-4000-8000-000000000000', 'member'),
  ('d2000000-0000-4000-8000-000000000901', 'd2000000-0000-4000-8000-000000000801',
    'd2000000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000000', 'lead'),
  ('d2000000-0000-4000-8000-000000000902', 'd2000000-0000-4000-8000-000000000801',
    'd2000000-0000-4000-8000-000000000002', 'd2000000-0000-4000-8000-000000000000', 'member');

INSERT INTO audit_logs (id, tenant_id, user_id, action, resource_type, resource_id, new_values,
  ip_address) VALUES
  ('d1000000-0000-4000-8000-000000000a01', 'd1000000-0000-4000-8000-000000000000',
    'd1000000-0000-4000-8000-000000000001', 'user.login', 'user', 'd1000000-0000-4000-8000-000000000001',
    NULL,
    '192.0.2.10'),
  ('d1000000-0000-4000-8000-000000000a02', 'd1000000-0000-4000-8000-000000000000',
    'd1000000-0000-4000-8000-000000000001', 'file.share', 'file', 'd1000000-0000-4000-8000-000000000201',
    '{"permission": "write", "to": "tomas@fernhill.example.com"}', '192.0.2.10'),
  ('d2000000-0000-4000-8000-000000000a01', 'd2000000-0000-4000-8000-000000000000',
    'd2000000-0000-4000-8000-000000000001', 'file.upload', 'file', 'd2000000-0000-4000-8000-000000000201',
    '{"filename": "cover-draft.png"}', '198.51.100.7');
