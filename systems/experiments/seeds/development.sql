-- Development data: Quillmark, a small fictional software house of five accounts. Ada administrates, Ben and
-- Dara develop, Cleo reviews, and the runner is a service account. Ben shares the project Parser with Cleo.
-- Ids read 5eed0000-<kind of row>-…-<number>. All keys and digests are invented. The provider keys can be
-- read with SET app.master_key = 'development master key'.

SELECT set_config('app.current_user_id', '5eed0000-0001-4000-8000-000000000001', true);

-- Accounts.
INSERT INTO auth.users (id, email, username, password_hash, role, email_verified_at, last_login_at) VALUES
  ('5eed0000-0001-4000-8000-000000000001', 'ada@quillmark.example.com', 'ada',
    '$argon2id$v=19$m=65536,t=3,p=4$invented$of-ada', 'admin', now() - interval '90 days', now()),
  ('5eed0000-0001-4000-8000-000000000002', 'ben@quillmark.example.com', 'ben',
    '$argon2id$v=19$m=65536,t=3,p=4$invented$of-ben', 'user', now() - interval '80 days', now()),
  ('5eed0000-0001-4000-8000-000000000003', 'cleo@quillmark.example.com', 'cleo',
    '$argon2id$v=19$m=65536,t=3,p=4$invented$of-cleo', 'reviewer', now() - interval '80 days', now()),
  ('5eed0000-0001-4000-8000-000000000004', 'dara@quillmark.example.com', 'dara',
    '$argon2id$v=19$m=65536,t=3,p=4$invented$of-dara', 'user', now() - interval '20 days', NULL),
  ('5eed0000-0001-4000-8000-000000000005', 'runner@quillmark.example.com', 'runner',
    '$argon2id$v=19$m=65536,t=3,p=4$invented$of-runner', 'service', now() - interval '80 days', now());

-- Dara mistyped her password ten times: the account is locked for half an hour.
UPDATE auth.users SET failed_login_attempts = 10 WHERE id = '5eed0000-0001-4000-8000-000000000004';

INSERT INTO auth.sessions
  (id, user_id, refresh_token_hash, device_info, ip_address, user_agent, issued_at, expires_at, revoked_at)
VALUES
  ('5eed0000-0002-4000-8000-000000000001', '5eed0000-0001-4000-8000-000000000001', 'invented digest of ada 1',
    '{"device": "laptop"}', '192.0.2.10', 'Firefox', now() - interval '1 hour', now() + interval '30 days',
    NULL),
  ('5eed0000-0002-4000-8000-000000000002', '5eed0000-0001-4000-8000-000000000002', 'invented digest of ben 1',
    '{"device": "laptop"}', '192.0.2.20', 'Firefox', now() - interval '2 days', now() + interval '28 days',
    NULL),
  ('5eed0000-0002-4000-8000-000000000003', '5eed0000-0001-4000-8000-000000000002', 'invented digest of ben 2',
    '{"device": "lost phone"}', '192.0.2.21', 'Safari', now() - interval '9 days', now() + interval '21 days',
    now() - interval '8 days');

INSERT INTO auth.invitations (id, code_hash, email, role, created_by, max_uses, used_count, expires_at) VALUES
  ('5eed0000-0003-4000-8000-000000000001', 'invented digest of code 1', 'eli@quillmark.example.com', 'user',
    '5eed0000-0001-4000-8000-000000000001', 1, 0, now() + interval '7 days'),
  ('5eed0000-0003-4000-8000-000000000002', 'invented digest of code 2', 'dara@quillmark.example.com', 'user',
    '5eed0000-0001-4000-8000-000000000001', 1, 1, now() - interval '13 days');

INSERT INTO auth.password_resets (id, user_id, token_hash, expires_at, used_at) VALUES
  ('5eed0000-0004-4000-8000-000000000001', '5eed0000-0001-4000-8000-000000000002',
    'invented digest of reset 1', now() - interval '8 days',
    now() - interval '8 days' - interval '20 minutes');

INSERT INTO auth.audit_logs (id, user_id, event_type, success, ip_address, details) VALUES
  ('5eed0000-0005-4000-8000-000000000001', '5eed0000-0001-4000-8000-000000000001', 'login', true,
    '192.0.2.10', '{}'),
  ('5eed0000-0005-4000-8000-000000000002', '5eed0000-0001-4000-8000-000000000002', 'session_revoked', true,
    '192.0.2.20', '{"reason": "lost phone"}'),
  ('5eed0000-0005-4000-8000-000000000003', '5eed0000-0001-4000-8000-000000000004', 'login', false,
    '192.0.2.40', '{"attempt": 10}');

-- Projects.
INSERT INTO projects.projects (id, name, description, owner_id, settings) VALUES
  ('5eed0000-0006-4000-8000-000000000001', 'Parser', 'Reads Quillmark documents',
    '5eed0000-0001-4000-8000-000000000002',
    '{"members": ["5eed0000-0001-4000-8000-000000000003", "5eed0000-0001-4000-8000-000000000005"]}'),
  ('5eed0000-0006-4000-8000-000000000002', 'Billing', 'Invoices and reminders',
    '5eed0000-0001-4000-8000-000000000004', '{"members": []}');

INSERT INTO projects.versions (id, project_id, tag, model_config, changelog) VALUES
  ('5eed0000-0007-4000-8000-000000000001', '5eed0000-0006-4000-8000-000000000001', 'v1',
    '{"model": "house-7b", "temperature": 0.2}', 'where experiments begin'),
  ('5eed0000-0007-4000-8000-000000000002', '5eed0000-0006-4000-8000-000000000001', 'v2',
    '{"model": "house-7b", "temperature": 0.1}', 'in production'),
  ('5eed0000-0007-4000-8000-000000000003', '5eed0000-0006-4000-8000-000000000002', 'v1',
    '{"model": "house-7b", "temperature": 0.5}', 'first trial');

INSERT INTO projects.baselines (id, project_id, metric_key, threshold, operator) VALUES
  ('5eed0000-0008-4000-8000-000000000001', '5eed0000-0006-4000-8000-000000000001', 'recall', 0.8, '>='),
  ('5eed0000-0008-4000-8000-000000000002', '5eed0000-0006-4000-8000-000000000001', 'false_positives', 0.1,
    '<');

-- Policies and providers belong to nobody; clean.sql leaves those that others use.
INSERT INTO projects.policies (id, name, description, rego_code) VALUES
  ('5eed0000-0009-4000-8000-000000000001', 'Quillmark: no secrets in code', 'Refuses keys and passwords',
    'package quillmark.secrets'),
  ('5eed0000-0009-4000-8000-000000000002', 'Quillmark: two reviewers', 'For changes of the payment code',
    'package quillmark.reviewers')
ON CONFLICT (id) DO NOTHING;

INSERT INTO projects.project_policies (project_id, policy_id) VALUES
  ('5eed0000-0006-4000-8000-000000000001', '5eed0000-0009-4000-8000-000000000001'),
  ('5eed0000-0006-4000-8000-000000000002', '5eed0000-0009-4000-8000-000000000001'),
  ('5eed0000-0006-4000-8000-000000000002', '5eed0000-0009-4000-8000-000000000002');

-- Zone v1: five experiments of Ben, one of Dara. They all begin as created and walk from there.
INSERT INTO experiments_v1.experiments (id, name, config, dataset_id, status, user_id, created_at) VALUES
  ('5eed0000-000a-4000-8000-000000000001', 'Colder parser', '{"model": "house-7b", "temperature": 0.1}',
    '5eed0000-0020-4000-8000-000000000001', 'created', '5eed0000-0001-4000-8000-000000000002',
    now() - interval '12 days'),
  ('5eed0000-000a-4000-8000-000000000002', 'Larger parser', '{"model": "guest-70b", "temperature": 0.1}',
    '5eed0000-0020-4000-8000-000000000001', 'created', '5eed0000-0001-4000-8000-000000000002',
    now() - interval '4 days'),
  ('5eed0000-000a-4000-8000-000000000003', 'Wild parser', '{"model": "house-7b", "temperature": 1.9}',
    '5eed0000-0020-4000-8000-000000000001', 'created', '5eed0000-0001-4000-8000-000000000002',
    now() - interval '9 days'),
  ('5eed0000-000a-4000-8000-000000000004', 'Parser with examples', '{"model": "house-7b", "examples": 8}',
    '5eed0000-0020-4000-8000-000000000001', 'created', '5eed0000-0001-4000-8000-000000000002',
    now() - interval '1 day'),
  ('5eed0000-000a-4000-8000-000000000005', 'Wild parser, once more',
    '{"model": "house-7b", "temperature": 1.9}',
    '5eed0000-0020-4000-8000-000000000001', 'created', '5eed0000-0001-4000-8000-000000000002', now()),
  ('5eed0000-000a-4000-8000-000000000006', 'Reminders in plain words',
    '{"model": "house-7b", "tone": "plain"}',
    '5eed0000-0020-4000-8000-000000000002', 'created', '5eed0000-0001-4000-8000-000000000004',
    now() - interval '2 days');

UPDATE experiments_v1.experiments SET status = 'running', started_at = created_at + interval '5 minutes'
WHERE id BETWEEN '5eed0000-000a-4000-8000-000000000001' AND '5eed0000-000a-4000-8000-000000000004';
UPDATE experiments_v1.experiments SET status = 'completed', completed_at = started_at + interval '3 hours'
WHERE id IN ('5eed0000-000a-4000-8000-000000000001', '5eed0000-000a-4000-8000-000000000002');
UPDATE experiments_v1.experiments SET status = 'failed', completed_at = started_at + interval '20 minutes'
WHERE id = '5eed0000-000a-4000-8000-000000000003';
UPDATE experiments_v1.experiments SET status = 'evaluating'
WHERE id BETWEEN '5eed0000-000a-4000-8000-000000000001' AND '5eed0000-000a-4000-8000-000000000003';

INSERT INTO experiments_v1.evaluations
  (id, experiment_id, metrics, ai_verdict, ai_confidence, human_override, override_reason, evaluated_by,
    evaluator_id, evaluated_at)
VALUES
  ('5eed0000-000b-4000-8000-000000000001', '5eed0000-000a-4000-8000-000000000001',
    '{"recall": 0.86, "false_positives": 0.07}', 'pass', 0.93, NULL, NULL, 'ai', NULL,
    now() - interval '11 days'),
  ('5eed0000-000b-4000-8000-000000000002', '5eed0000-000a-4000-8000-000000000002',
    '{"recall": 0.91, "false_positives": 0.11}', 'manual_review', 0.55, 'pass',
    'one file was labelled wrongly',
    'human', '5eed0000-0001-4000-8000-000000000003', now() - interval '3 days'),
  ('5eed0000-000b-4000-8000-000000000003', '5eed0000-000a-4000-8000-000000000003',
    '{"recall": 0.31, "false_positives": 0.64}', 'fail', 0.99, NULL, NULL, 'ai', NULL,
    now() - interval '8 days');

INSERT INTO experiments_v1.comparison_reports
  (id, v1_experiment_id, v2_version_id, dataset_id, metrics, recommendation, confidence)
VALUES
  ('5eed0000-000c-4000-8000-000000000001', '5eed0000-000a-4000-8000-000000000002',
    '5eed0000-0007-4000-8000-000000000002', '5eed0000-0020-4000-8000-000000000001',
    '{"recall": {"v1": 0.91, "v2": 0.86}}', 'promote', 0.78);

INSERT INTO experiments_v1.promotions
  (id, experiment_id, from_version_id, to_version_id, status, reason, created_at)
VALUES
  ('5eed0000-000d-4000-8000-000000000001', '5eed0000-000a-4000-8000-000000000001',
    '5eed0000-0007-4000-8000-000000000001', '5eed0000-0007-4000-8000-000000000002', 'pending',
    'fewer false positives', now() - interval '11 days'),
  ('5eed0000-000d-4000-8000-000000000002', '5eed0000-000a-4000-8000-000000000002',
    '5eed0000-0007-4000-8000-000000000001', '5eed0000-0007-4000-8000-000000000002', 'pending',
    'better recall', now() - interval '3 days');

-- Cleo approves the first one, in her own name; the second one waits for her.
SELECT set_config('app.current_user_id', '5eed0000-0001-4000-8000-000000000003', true);
UPDATE experiments_v1.promotions
SET status = 'approved', approver_id = '5eed0000-0001-4000-8000-000000000003'
WHERE id = '5eed0000-000d-4000-8000-000000000001';
UPDATE experiments_v1.promotions SET status = 'completed', promoted_at = now() - interval '10 days'
WHERE id = '5eed0000-000d-4000-8000-000000000001';
UPDATE experiments_v1.experiments SET status = 'promoted' WHERE id = '5eed0000-000a-4000-8000-000000000001';

-- The wild configuration is blacklisted and archived: 'Wild parser, once more' cannot start.
INSERT INTO experiments_v1.blacklist (id, config_hash, reason, evidence, quarantined_by, review_status)
SELECT
  '5eed0000-000e-4000-8000-000000000001', config_hash, 'invents findings', '{"recall": 0.31}',
  '5eed0000-0001-4000-8000-000000000003', 'pending'
FROM experiments_v1.experiments WHERE id = '5eed0000-000a-4000-8000-000000000003';
UPDATE experiments_v1.experiments SET status = 'quarantined'
WHERE id = '5eed0000-000a-4000-8000-000000000003';

INSERT INTO quarantine.quarantined_records
  (id, source_experiment_id, config_hash, config, reason, evidence, failure_metrics, status, quarantined_by,
    quarantined_at)
SELECT
  '5eed0000-000f-4000-8000-000000000001', id, config_hash, config, 'invents findings', '{"recall": 0.31}',
  '{"false_positives": 0.64}', 'under_review', '5eed0000-0001-4000-8000-000000000003',
  now() - interval '7 days'
FROM experiments_v1.experiments WHERE id = '5eed0000-000a-4000-8000-000000000003';
INSERT INTO quarantine.reevaluation_requests (id, quarantine_id, requested_by, reason, status) VALUES
  ('5eed0000-0010-4000-8000-000000000001', '5eed0000-000f-4000-8000-000000000001',
    '5eed0000-0001-4000-8000-000000000002', 'the labels were corrected since', 'pending');

-- Zone v2.
INSERT INTO production.analysis_sessions
  (id, user_id, project_id, version, status, started_at, finished_at, error_message)
VALUES
  ('5eed0000-0011-4000-8000-000000000001', '5eed0000-0001-4000-8000-000000000002',
    '5eed0000-0006-4000-8000-000000000001', 'v2', 'completed', now() - interval '2 days',
    now() - interval '2 days' + interval '4 minutes', NULL),
  ('5eed0000-0011-4000-8000-000000000002', '5eed0000-0001-4000-8000-000000000005',
    '5eed0000-0006-4000-8000-000000000001', 'v2', 'queued', now() - interval '3 minutes', NULL, NULL),
  ('5eed0000-0011-4000-8000-000000000003', '5eed0000-0001-4000-8000-000000000004',
    '5eed0000-0006-4000-8000-000000000002', 'v1', 'failed', now() - interval '20 hours',
    now() - interval '20 hours' + interval '1 minute', 'the repository could not be read');
INSERT INTO production.analysis_tasks
  (id, session_id, type, status, result, error_message, started_at, finished_at, duration_ms)
VALUES
  ('5eed0000-0013-4000-8000-000000000001', '5eed0000-0011-4000-8000-000000000001', 'static', 'completed',
    '{"findings": 3}', NULL, now() - interval '2 days', now() - interval '2 days' + interval '1 minute',
    60000),
  ('5eed0000-0013-4000-8000-000000000002', '5eed0000-0011-4000-8000-000000000001', 'ai', 'completed',
    '{"findings": 5}', NULL, now() - interval '2 days' + interval '1 minute',
    now() - interval '2 days' + interval '4 minutes', 180000),
  ('5eed0000-0013-4000-8000-000000000003', '5eed0000-0011-4000-8000-000000000002', 'static', 'pending',
    NULL, NULL, NULL, NULL, NULL),
  ('5eed0000-0013-4000-8000-000000000004', '5eed0000-0011-4000-8000-000000000003', 'static', 'failed',
    NULL, 'the repository could not be read', now() - interval '20 hours',
    now() - interval '20 hours' + interval '1 minute', 60000);
INSERT INTO production.artifacts (id, session_id, type, s3_uri, sha256, size_bytes, expires_at) VALUES
  ('5eed0000-0014-4000-8000-000000000001', '5eed0000-0011-4000-8000-000000000001', 'report',
    's3://quillmark-reviews/parser/report-1.json', repeat('a1', 32), 18211, now() + interval '60 days'),
  ('5eed0000-0014-4000-8000-000000000002', '5eed0000-0011-4000-8000-000000000001', 'patch',
    's3://quillmark-reviews/parser/patch-1.diff', repeat('b2', 32), 2048, now() + interval '60 days');
INSERT INTO production.code_review_results
  (id, session_id, code_language, code_length, overall_score, vulnerabilities_count, issues_count, model_used,
    analysis_time_ms)
VALUES
  ('5eed0000-0015-4000-8000-000000000001', '5eed0000-0011-4000-8000-000000000001', 'rust', 4810, 0.87, 1, 7,
    'house-7b', 240000);

-- Providers, keys, quotas and usage.
INSERT INTO providers.providers
  (id, name, provider_type, model_name, api_endpoint, cost_per_1k_tokens, max_tokens)
VALUES
  ('5eed0000-0016-4000-8000-000000000001', 'Quillmark house model', 'local', 'house-7b',
    'http://models.quillmark.example.com', 0.0005, 8192),
  ('5eed0000-0016-4000-8000-000000000002', 'Quillmark guest model', 'huggingface', 'guest-70b',
    'https://guest.example.org/v1', 0.004, 32768)
ON CONFLICT (id) DO NOTHING;
INSERT INTO providers.provider_health
  (id, provider_id, status, last_check_at, last_error, consecutive_failures, response_time_ms, success_rate)
VALUES
  ('5eed0000-0017-4000-8000-000000000001', '5eed0000-0016-4000-8000-000000000001', 'healthy', now(), NULL, 0,
    84.5, 1.0),
  ('5eed0000-0017-4000-8000-000000000002', '5eed0000-0016-4000-8000-000000000002', 'degraded', now(),
    'timeout after 30 s', 2, 9120.0, 0.91)
ON CONFLICT (id) DO NOTHING;

INSERT INTO system.encryption_keys (key_id, algorithm) VALUES
  ('5eed0000-0012-4000-8000-000000000001', 'pgp-aes256')
ON CONFLICT (key_id) DO NOTHING;
INSERT INTO providers.user_providers
  (id, user_id, provider_name, provider_type, model_name, encrypted_api_key, key_id, key_last_4_chars)
VALUES
  ('5eed0000-0018-4000-8000-000000000001', '5eed0000-0001-4000-8000-000000000002', 'Ben''s own',
    'huggingface', 'guest-70b', decode(
      '00000001c30c04090108f3be256516b1c8bdd24f01304f5ce89f832641b47df79be9180ce8c9d963bab6b7c9a1ae'
      '11694975e25620ba6efdc9e56c44a2453d3b8481c2569dccd367c079b8158a11788e5354fd54566fbab7bdcbf655'
      'c501a89c8a1d31', 'hex'),
    '5eed0000-0012-4000-8000-000000000001', '7f3c'),
  ('5eed0000-0018-4000-8000-000000000002', '5eed0000-0001-4000-8000-000000000004', 'Dara''s own',
    'huggingface', 'guest-70b', decode(
      '00000001c30c04090108610a4edd6f58f001d250018e93011634a4498c6866c19784f5743a71dfcbb3602c164060e6'
      '72d2a20034c6cb6ef5933978025f7abdc4701df741a3c78d4f96dc79631961add7c56eb570e46605bf63997c436cc3'
      '80a76ce8936b', 'hex'),
    '5eed0000-0012-4000-8000-000000000001', '21b8');

INSERT INTO providers.user_quotas
  (id, user_id, daily_limit, monthly_limit, daily_cost_limit, monthly_cost_limit)
VALUES
  ('5eed0000-0019-4000-8000-000000000001', '5eed0000-0001-4000-8000-000000000002', 100, 2000, 20, 400),
  ('5eed0000-0019-4000-8000-000000000002', '5eed0000-0001-4000-8000-000000000004', 100, 2000, 20, 400);
-- Ben used 85 of his 100 requests of one day, Dara all of hers on another: one alert, and three.
INSERT INTO providers.usage_tracking
  (user_id, provider_id, model, date, requests_count, tokens_input, tokens_output, cost_usd)
SELECT used_by, model_id, model, (now() AT TIME ZONE 'UTC')::date - days_ago, requests, requests * 900,
  requests * 300, cost
FROM (VALUES
  ('5eed0000-0001-4000-8000-000000000002'::uuid, '5eed0000-0016-4000-8000-000000000001'::uuid, 'house-7b',
    1, 60, 0.04),
  ('5eed0000-0001-4000-8000-000000000002', '5eed0000-0016-4000-8000-000000000002', 'guest-70b', 1, 25, 0.12),
  ('5eed0000-0001-4000-8000-000000000002', '5eed0000-0016-4000-8000-000000000001', 'house-7b', 2, 12, 0.01),
  ('5eed0000-0001-4000-8000-000000000004', '5eed0000-0016-4000-8000-000000000001', 'house-7b', 3, 100, 0.06)
) AS usage (used_by, model_id, model, days_ago, requests, cost);

SELECT set_config('app.current_user_id', '', true);
