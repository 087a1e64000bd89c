-- Two users who share nothing: Ada (ids that begin with a) and Ben (b). Each has one row of every kind, and
-- neither sees, changes or adds a row of the other.

INSERT INTO auth.users (id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'ada@example.com', '$argon2id$invented'),
  ('b0000000-0000-4000-8000-000000000001', 'ben@example.com', '$argon2id$invented');
INSERT INTO auth.sessions (id, user_id, refresh_token_hash, expires_at) VALUES
  ('a0000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'digest a',
    now() + interval '1 day'),
  ('b0000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-000000000001', 'digest b',
    now() + interval '1 day');
INSERT INTO auth.invitations (id, code_hash, created_by, expires_at) VALUES
  ('a0000000-0000-4000-8000-000000000003', 'digest a', 'a0000000-0000-4000-8000-000000000001',
    now() + interval '1 day'),
  ('b0000000-0000-4000-8000-000000000003', 'digest b', 'b0000000-0000-4000-8000-000000000001',
    now() + interval '1 day');
INSERT INTO auth.audit_logs (user_id, event_type, success) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'login', true),
  ('b0000000-0000-4000-8000-000000000001', 'login', true);
INSERT INTO auth.password_resets (id, user_id, token_hash, expires_at) VALUES
  ('a0000000-0000-4000-8000-000000000004', 'a0000000-0000-4000-8000-000000000001', 'digest a',
    now() + interval '1 hour'),
  ('b0000000-0000-4000-8000-000000000004', 'b0000000-0000-4000-8000-000000000001', 'digest b',
    now() + interval '1 hour');

INSERT INTO projects.projects (id, name, owner_id) VALUES
  ('a0000000-0000-4000-8000-000000000010', 'Compiler', 'a0000000-0000-4000-8000-000000000001'),
  ('b0000000-0000-4000-8000-000000000010', 'Web shop', 'b0000000-0000-4000-8000-000000000001');
INSERT INTO projects.versions (id, project_id, tag, model_config) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000010', 'v1', '{}'),
  ('b0000000-0000-4000-8000-000000000011', 'b0000000-0000-4000-8000-000000000010', 'v1', '{}');
INSERT INTO projects.baselines (id, project_id, metric_key, threshold, operator) VALUES
  ('a0000000-0000-4000-8000-000000000012', 'a0000000-0000-4000-8000-000000000010', 'recall', 0.8, '>='),
  ('b0000000-0000-4000-8000-000000000012', 'b0000000-0000-4000-8000-000000000010', 'recall', 0.9, '>=');
INSERT INTO projects.policies (id, name, rego_code) VALUES
  ('a0000000-0000-4000-8000-000000000013', 'policy of the compiler', 'package a'),
  ('b0000000-0000-4000-8000-000000000013', 'policy of the web shop', 'package b');
INSERT INTO projects.project_policies (project_id, policy_id) VALUES
  ('a0000000-0000-4000-8000-000000000010', 'a0000000-0000-4000-8000-000000000013'),
  ('b0000000-0000-4000-8000-000000000010', 'b0000000-0000-4000-8000-000000000013');
INSERT INTO projects.version_history (version_id, changed_by, action) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'updated'),
  ('b0000000-0000-4000-8000-000000000011', 'b0000000-0000-4000-8000-000000000001', 'updated');

INSERT INTO experiments_v1.experiments (id, name, config, dataset_id, status, user_id) VALUES
  ('a0000000-0000-4000-8000-000000000020', 'Ada tries', '{"model": "a"}',
    'd0000000-0000-4000-8000-000000000001', 'created', 'a0000000-0000-4000-8000-000000000001'),
  ('b0000000-0000-4000-8000-000000000020', 'Ben tries', '{"model": "b"}',
    'd0000000-0000-4000-8000-000000000001', 'created', 'b0000000-0000-4000-8000-000000000001');
INSERT INTO experiments_v1.evaluations (id, experiment_id, metrics, ai_verdict, evaluated_by) VALUES
  ('a0000000-0000-4000-8000-000000000021', 'a0000000-0000-4000-8000-000000000020', '{}', 'pass', 'ai'),
  ('b0000000-0000-4000-8000-000000000021', 'b0000000-0000-4000-8000-000000000020', '{}', 'pass', 'ai');
INSERT INTO experiments_v1.promotions
  (id, experiment_id, from_version_id, to_version_id, status, reason) VALUES
  ('a0000000-0000-4000-8000-000000000022', 'a0000000-0000-4000-8000-000000000020',
    'a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000011', 'pending', 'better'),
  ('b0000000-0000-4000-8000-000000000022', 'b0000000-0000-4000-8000-000000000020',
    'b0000000-0000-4000-8000-000000000011', 'b0000000-0000-4000-8000-000000000011', 'pending', 'better');
INSERT INTO experiments_v1.blacklist
  (id, config_hash, reason, evidence, quarantined_by, review_status) VALUES
  ('a0000000-0000-4000-8000-000000000023', 'hash a', 'leaks', '{}',
    'a0000000-0000-4000-8000-000000000001', 'pending'),
  ('b0000000-0000-4000-8000-000000000023', 'hash b', 'leaks', '{}',
    'b0000000-0000-4000-8000-000000000001', 'pending');
INSERT INTO experiments_v1.comparison_reports
  (id, v1_experiment_id, v2_version_id, dataset_id, metrics, recommendation, confidence) VALUES
  ('a0000000-0000-4000-8000-000000000024', 'a0000000-0000-4000-8000-000000000020',
    'a0000000-0000-4000-8000-000000000011', 'd0000000-0000-4000-8000-000000000001', '{}', 'promote', 0.9),
  ('b0000000-0000-4000-8000-000000000024', 'b0000000-0000-4000-8000-000000000020',
    'b0000000-0000-4000-8000-000000000011', 'd0000000-0000-4000-8000-000000000001', '{}', 'promote', 0.9);

INSERT INTO production.analysis_sessions (id, user_id, project_id, version, status) VALUES
  ('a0000000-0000-4000-8000-000000000030', 'a0000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000010', 'v2', 'running'),
  ('b0000000-0000-4000-8000-000000000030', 'b0000000-0000-4000-8000-000000000001',
    'b0000000-0000-4000-8000-000000000010', 'v2', 'running');
INSERT INTO production.analysis_tasks (id, session_id, type, status) VALUES
  ('a0000000-0000-4000-8000-000000000031', 'a0000000-0000-4000-8000-000000000030', 'static', 'pending'),
  ('b0000000-0000-4000-8000-000000000031', 'b0000000-0000-4000-8000-000000000030', 'static', 'pending');
INSERT INTO production.artifacts (id, session_id, type, s3_uri, sha256) VALUES
  ('a0000000-0000-4000-8000-000000000032', 'a0000000-0000-4000-8000-000000000030', 'report',
    's3://reviews/a', repeat('a', 64)),
  ('b0000000-0000-4000-8000-000000000032', 'b0000000-0000-4000-8000-000000000030', 'report',
    's3://reviews/b', repeat('b', 64));
INSERT INTO production.code_review_results (id, session_id, code_language, code_length) VALUES
  ('a0000000-0000-4000-8000-000000000033', 'a0000000-0000-4000-8000-000000000030', 'rust', 100),
  ('b0000000-0000-4000-8000-000000000033', 'b0000000-0000-4000-8000-000000000030', 'rust', 100);

INSERT INTO quarantine.quarantined_records
  (id, source_experiment_id, config_hash, config, reason, evidence, status, quarantined_by) VALUES
  ('a0000000-0000-4000-8000-000000000040', 'a0000000-0000-4000-8000-000000000020', 'hash a', '{}', 'leaks',
    '{}', 'quarantined', 'a0000000-0000-4000-8000-000000000001'),
  ('b0000000-0000-4000-8000-000000000040', 'b0000000-0000-4000-8000-000000000020', 'hash b', '{}', 'leaks',
    '{}', 'quarantined', 'b0000000-0000-4000-8000-000000000001');
INSERT INTO quarantine.reevaluation_requests (id, quarantine_id, requested_by, reason, status) VALUES
  ('a0000000-0000-4000-8000-000000000041', 'a0000000-0000-4000-8000-000000000040',
    'a0000000-0000-4000-8000-000000000001', 'fixed', 'pending'),
  ('b0000000-0000-4000-8000-000000000041', 'b0000000-0000-4000-8000-000000000040',
    'b0000000-0000-4000-8000-000000000001', 'fixed', 'pending');

INSERT INTO providers.providers (id, name, provider_type, model_name, cost_per_1k_tokens, max_tokens) VALUES
  ('f0000000-0000-4000-8000-000000000001', 'House model', 'local', 'house-7b', 0.001, 8192);
INSERT INTO providers.provider_health (provider_id) VALUES ('f0000000-0000-4000-8000-000000000001');
INSERT INTO providers.user_providers
  (id, user_id, provider_name, provider_type, model_name, encrypted_api_key, key_last_4_chars) VALUES
  ('a0000000-0000-4000-8000-000000000050', 'a0000000-0000-4000-8000-000000000001', 'Mine', 'openai', 'm',
    '\x00000001c30d', 'aaaa'),
  ('b0000000-0000-4000-8000-000000000050', 'b0000000-0000-4000-8000-000000000001', 'Mine', 'openai', 'm',
    '\x00000001c30d', 'bbbb');
INSERT INTO providers.user_quotas
  (user_id, daily_limit, monthly_limit, daily_cost_limit, monthly_cost_limit) VALUES
  ('a0000000-0000-4000-8000-000000000001', 100, 3000, 10, 300),
  ('b0000000-0000-4000-8000-000000000001', 100, 3000, 10, 300);
-- Eighty of a hundred requests: each booking raises one alert.
INSERT INTO providers.usage_tracking (user_id, provider_id, model, date, requests_count) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'm', '2026-03-10', 80),
  ('b0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'm', '2026-03-10', 80);

-- case: the application sees exactly the acting user's row of every table
-- guard: ALTER POLICY users_owner ON auth.users USING (true)
-- guard: ALTER POLICY sessions_owner ON auth.sessions USING (true)
-- guard: ALTER POLICY invitations_owner ON auth.invitations USING (true)
-- guard: ALTER POLICY audit_logs_owner ON auth.audit_logs USING (true)
-- guard: ALTER POLICY password_resets_owner ON auth.password_resets USING (true)
-- guard: ALTER POLICY projects_owner ON projects.projects USING (true)
-- guard: ALTER POLICY versions_owner ON projects.versions USING (true)
-- guard: ALTER POLICY baselines_owner ON projects.baselines USING (true)
-- guard: ALTER POLICY policies_owner ON projects.policies USING (true)
-- guard: ALTER POLICY project_policies_owner ON projects.project_policies USING (true)
-- guard: ALTER POLICY version_history_owner ON projects.version_history USING (true)
-- guard: ALTER POLICY experiments_owner ON experiments_v1.experiments USING (true)
-- guard: ALTER POLICY evaluations_owner ON experiments_v1.evaluations USING (true)
-- guard: ALTER POLICY promotions_owner ON experiments_v1.promotions USING (true)
-- guard: ALTER POLICY blacklist_owner ON experiments_v1.blacklist USING (true)
-- guard: ALTER POLICY comparison_reports_owner ON experiments_v1.comparison_reports USING (true)
-- guard: ALTER POLICY analysis_sessions_owner ON production.analysis_sessions USING (true)
-- guard: ALTER POLICY analysis_tasks_owner ON production.analysis_tasks USING (true)
-- guard: ALTER POLICY artifacts_owner ON production.artifacts USING (true)
-- guard: ALTER POLICY code_review_results_owner ON production.code_review_results USING (true)
-- guard: ALTER POLICY user_providers_owner ON providers.user_providers USING (true)
-- guard: ALTER POLICY user_quotas_owner ON providers.user_quotas USING (true)
-- guard: ALTER POLICY usage_tracking_owner ON providers.usage_tracking USING (true)
-- guard: ALTER POLICY cost_alerts_owner ON providers.cost_alerts USING (true)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: rows
--   24 | 1 | 1
SELECT count(*), min(rows), max(rows)
FROM (
  SELECT count(*) FROM auth.users UNION ALL
  SELECT count(*) FROM auth.sessions UNION ALL
  SELECT count(*) FROM auth.invitations UNION ALL
  SELECT count(*) FROM auth.audit_logs UNION ALL
  SELECT count(*) FROM auth.password_resets UNION ALL
  SELECT count(*) FROM projects.projects UNION ALL
  SELECT count(*) FROM projects.versions UNION ALL
  SELECT count(*) FROM projects.baselines UNION ALL
  SELECT count(*) FROM projects.policies UNION ALL
  SELECT count(*) FROM projects.project_policies UNION ALL
  SELECT count(*) FROM projects.version_history UNION ALL
  SELECT count(*) FROM experiments_v1.experiments UNION ALL
  SELECT count(*) FROM experiments_v1.evaluations UNION ALL
  SELECT count(*) FROM experiments_v1.promotions UNION ALL
  SELECT count(*) FROM experiments_v1.blacklist UNION ALL
  SELECT count(*) FROM experiments_v1.comparison_reports UNION ALL
  SELECT count(*) FROM production.analysis_sessions UNION ALL
  SELECT count(*) FROM production.analysis_tasks UNION ALL
  SELECT count(*) FROM production.artifacts UNION ALL
  SELECT count(*) FROM production.code_review_results UNION ALL
  SELECT count(*) FROM providers.user_providers UNION ALL
  SELECT count(*) FROM providers.user_quotas UNION ALL
  SELECT count(*) FROM providers.usage_tracking UNION ALL
  SELECT count(*) FROM providers.cost_alerts
) AS seen (rows);

-- case: a reader sees the acting user's part of the zones and of the quarantine
-- guard: ALTER POLICY experiments_owner ON experiments_v1.experiments USING (true)
-- guard: ALTER POLICY analysis_sessions_owner ON production.analysis_sessions USING (true)
-- guard: ALTER POLICY quarantined_records_owner ON quarantine.quarantined_records USING (true)
-- guard: ALTER POLICY reevaluation_requests_owner ON quarantine.reevaluation_requests USING (true)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readonly;
-- expect: Ada tries
SELECT name FROM experiments_v1.experiments;
-- expect: a0000000-0000-4000-8000-000000000030
SELECT id FROM production.analysis_sessions;
-- expect: a0000000-0000-4000-8000-000000000040
SELECT id FROM quarantine.quarantined_records;
-- expect: a0000000-0000-4000-8000-000000000041
SELECT id FROM quarantine.reevaluation_requests;

-- case: the quarantine's figures count what their reader may see
-- guard: ALTER VIEW quarantine.statistics SET (security_invoker = false)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readonly;
-- expect: 1
SELECT sum(total) FROM quarantine.statistics;

-- case: without a context nothing is seen, not even the catalogue of providers
-- guard: CREATE OR REPLACE FUNCTION auth.current_user_id() RETURNS uuid LANGUAGE sql STABLE
--     RETURN 'a0000000-0000-4000-8000-000000000001'::uuid
-- guard: ALTER POLICY providers_owner ON providers.providers USING (true)
-- guard: ALTER POLICY provider_health_owner ON providers.provider_health USING (true)
SELECT set_config('app.current_user_id', '', true);
SET LOCAL ROLE app_readwrite;
-- expect: 0
SELECT sum(rows)
FROM (
  SELECT count(*) FROM auth.users UNION ALL
  SELECT count(*) FROM auth.sessions UNION ALL
  SELECT count(*) FROM projects.projects UNION ALL
  SELECT count(*) FROM projects.versions UNION ALL
  SELECT count(*) FROM projects.policies UNION ALL
  SELECT count(*) FROM experiments_v1.experiments UNION ALL
  SELECT count(*) FROM experiments_v1.evaluations UNION ALL
  SELECT count(*) FROM experiments_v1.promotions UNION ALL
  SELECT count(*) FROM production.analysis_sessions UNION ALL
  SELECT count(*) FROM production.artifacts UNION ALL
  SELECT count(*) FROM providers.providers UNION ALL
  SELECT count(*) FROM providers.provider_health UNION ALL
  SELECT count(*) FROM providers.user_providers UNION ALL
  SELECT count(*) FROM providers.usage_tracking
) AS seen (rows);

-- case: a context that is no user id shows nothing and breaks nothing
-- guard: CREATE OR REPLACE FUNCTION auth.current_user_id() RETURNS uuid LANGUAGE sql STABLE
--     RETURN nullif(current_setting('app.current_user_id', true), '')::uuid
SELECT set_config('app.current_user_id', 'somebody', true);
SET LOCAL ROLE app_readwrite;
-- expect: 0
SELECT count(*) FROM experiments_v1.experiments;

-- case: the catalogue of providers and its health are there for every user
-- guard: ALTER POLICY providers_owner ON providers.providers USING (false)
-- guard: ALTER POLICY provider_health_owner ON providers.provider_health USING (false)
SELECT set_config('app.current_user_id', 'b0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: House model | healthy
SELECT p.name, h.status
FROM providers.providers AS p JOIN providers.provider_health AS h ON h.provider_id = p.id;

-- case: a user cannot change another's account, sessions, invitations and password resets
-- guard: ALTER POLICY users_owner ON auth.users USING (true)
-- guard: ALTER POLICY sessions_owner ON auth.sessions USING (true)
-- guard: ALTER POLICY invitations_owner ON auth.invitations USING (true)
-- guard: ALTER POLICY password_resets_owner ON auth.password_resets USING (true)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 0
UPDATE auth.users SET password_hash = '$argon2id$mine' WHERE id <> 'a0000000-0000-4000-8000-000000000001';
-- expect: 0
UPDATE auth.sessions SET revoked_at = now() WHERE user_id <> 'a0000000-0000-4000-8000-000000000001';
-- expect: 0
UPDATE auth.invitations SET max_uses = 9 WHERE created_by <> 'a0000000-0000-4000-8000-000000000001';
-- expect: 0
UPDATE auth.password_resets SET used_at = now() WHERE user_id <> 'a0000000-0000-4000-8000-000000000001';

-- case: a user cannot change another's projects, versions and baselines
-- guard: ALTER POLICY projects_owner ON projects.projects USING (true)
-- guard: ALTER POLICY versions_owner ON projects.versions USING (true)
-- guard: ALTER POLICY baselines_owner ON projects.baselines USING (true)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 0
UPDATE projects.projects SET archived = true WHERE id = 'b0000000-0000-4000-8000-000000000010';
-- expect: 0
UPDATE projects.versions SET changelog = 'x' WHERE id = 'b0000000-0000-4000-8000-000000000011';
-- expect: 0
UPDATE projects.baselines SET active = false WHERE id = 'b0000000-0000-4000-8000-000000000012';

-- case: a user cannot change another's experiments and what belongs to them
-- guard: ALTER POLICY experiments_owner ON experiments_v1.experiments USING (true)
-- guard: ALTER POLICY evaluations_owner ON experiments_v1.evaluations USING (true)
-- guard: ALTER POLICY promotions_owner ON experiments_v1.promotions USING (true) WITH CHECK (true)
-- guard: ALTER POLICY blacklist_owner ON experiments_v1.blacklist USING (true)
-- guard: ALTER POLICY comparison_reports_owner ON experiments_v1.comparison_reports USING (true)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 0
UPDATE experiments_v1.experiments SET name = 'x' WHERE id = 'b0000000-0000-4000-8000-000000000020';
-- expect: 0
UPDATE experiments_v1.evaluations SET ai_verdict = 'fail' WHERE id = 'b0000000-0000-4000-8000-000000000021';
-- expect: 0
UPDATE experiments_v1.promotions SET status = 'rejected' WHERE id = 'b0000000-0000-4000-8000-000000000022';
-- expect: 0
UPDATE experiments_v1.blacklist SET reason = 'x' WHERE id = 'b0000000-0000-4000-8000-000000000023';
-- expect: 0
UPDATE experiments_v1.comparison_reports SET confidence = 0
WHERE id = 'b0000000-0000-4000-8000-000000000024';

-- case: a user cannot change another's sessions of analysis and their results
-- guard: ALTER POLICY analysis_sessions_owner ON production.analysis_sessions USING (true)
-- guard: ALTER POLICY analysis_tasks_owner ON production.analysis_tasks USING (true)
-- guard: ALTER POLICY artifacts_owner ON production.artifacts USING (true)
-- guard: ALTER POLICY code_review_results_owner ON production.code_review_results USING (true)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 0
UPDATE production.analysis_sessions SET status = 'cancelled'
WHERE id = 'b0000000-0000-4000-8000-000000000030';
-- expect: 0
UPDATE production.analysis_tasks SET status = 'skipped' WHERE id = 'b0000000-0000-4000-8000-000000000031';
-- expect: 0
UPDATE production.artifacts SET s3_uri = 's3://x' WHERE id = 'b0000000-0000-4000-8000-000000000032';
-- expect: 0
UPDATE production.code_review_results SET issues_count = 9
WHERE id = 'b0000000-0000-4000-8000-000000000033';

-- case: a user cannot change another's provider keys, usage and alerts
-- guard: ALTER POLICY user_providers_owner ON providers.user_providers USING (true)
-- guard: ALTER POLICY usage_tracking_owner ON providers.usage_tracking USING (true)
-- guard: ALTER POLICY cost_alerts_owner ON providers.cost_alerts USING (true)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 0
UPDATE providers.user_providers SET is_active = false
WHERE user_id = 'b0000000-0000-4000-8000-000000000001';
-- expect: 0
UPDATE providers.usage_tracking SET requests_count = 0
WHERE user_id = 'b0000000-0000-4000-8000-000000000001';
-- expect: 0
UPDATE providers.cost_alerts SET acknowledged = true WHERE user_id = 'b0000000-0000-4000-8000-000000000001';

-- case: a user adds nothing to another's account
-- guard: ALTER POLICY users_owner ON auth.users WITH CHECK (true)
-- guard: ALTER POLICY sessions_owner ON auth.sessions WITH CHECK (true)
-- guard: ALTER POLICY invitations_owner ON auth.invitations WITH CHECK (true)
-- guard: ALTER POLICY audit_logs_owner ON auth.audit_logs WITH CHECK (true)
-- guard: ALTER POLICY password_resets_owner ON auth.password_resets WITH CHECK (true)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: error 42501
INSERT INTO auth.users (email, password_hash) VALUES ('cleo@example.com', '$argon2id$invented');
-- expect: error 42501
INSERT INTO auth.sessions (user_id, refresh_token_hash, expires_at)
VALUES ('b0000000-0000-4000-8000-000000000001', 'digest x', now() + interval '1 day');
-- expect: error 42501
INSERT INTO auth.invitations (code_hash, created_by, expires_at)
VALUES ('digest x', 'b0000000-0000-4000-8000-000000000001', now() + interval '1 day');
-- expect: error 42501
INSERT INTO auth.audit_logs (user_id, event_type, success)
VALUES ('b0000000-0000-4000-8000-000000000001', 'login', false);
-- expect: error 42501
INSERT INTO auth.password_resets (user_id, token_hash, expires_at)
VALUES ('b0000000-0000-4000-8000-000000000001', 'digest x', now() + interval '1 hour');

-- case: a user adds nothing to another's project
-- guard: ALTER POLICY projects_owner ON projects.projects WITH CHECK (true)
-- guard: ALTER POLICY versions_owner ON projects.versions WITH CHECK (true)
-- guard: ALTER POLICY baselines_owner ON projects.baselines WITH CHECK (true)
-- guard: ALTER POLICY version_history_owner ON projects.version_history WITH CHECK (true)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: error 42501
INSERT INTO projects.projects (name, owner_id) VALUES ('X', 'b0000000-0000-4000-8000-000000000001');
-- expect: error 42501
INSERT INTO projects.versions (project_id, tag, model_config)
VALUES ('b0000000-0000-4000-8000-000000000010', 'v3', '{}');
-- expect: error 42501
INSERT INTO projects.baselines (project_id, metric_key, threshold, operator)
VALUES ('b0000000-0000-4000-8000-000000000010', 'recall', 0, '>');
-- expect: error 42501
INSERT INTO projects.version_history (version_id, changed_by, action)
VALUES ('b0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'degraded');

-- case: a user adds nothing to another's experiments
-- guard: ALTER POLICY experiments_owner ON experiments_v1.experiments WITH CHECK (true)
-- guard: ALTER POLICY evaluations_owner ON experiments_v1.evaluations WITH CHECK (true)
-- guard: ALTER POLICY promotions_owner ON experiments_v1.promotions WITH CHECK (true)
-- guard: ALTER POLICY blacklist_owner ON experiments_v1.blacklist WITH CHECK (true)
-- guard: ALTER POLICY comparison_reports_owner ON experiments_v1.comparison_reports WITH CHECK (true)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: error 42501
INSERT INTO experiments_v1.experiments (name, config, dataset_id, status, user_id)
VALUES ('x', '{}', 'd0000000-0000-4000-8000-000000000001', 'created', 'b0000000-0000-4000-8000-000000000001');
-- expect: error 42501
INSERT INTO experiments_v1.evaluations (experiment_id, metrics, ai_verdict, evaluated_by)
VALUES ('b0000000-0000-4000-8000-000000000020', '{}', 'fail', 'human');
-- expect: error 42501
INSERT INTO experiments_v1.promotions (experiment_id, from_version_id, to_version_id, status, reason)
VALUES (
  'a0000000-0000-4000-8000-000000000020', 'a0000000-0000-4000-8000-000000000011',
  'b0000000-0000-4000-8000-000000000011', 'pending', 'into the web shop');
-- expect: error 42501
INSERT INTO experiments_v1.blacklist (config_hash, reason, evidence, quarantined_by, review_status)
VALUES ('hash x', 'x', '{}', 'b0000000-0000-4000-8000-000000000001', 'pending');
-- expect: error 42501
INSERT INTO experiments_v1.comparison_reports
  (v1_experiment_id, v2_version_id, dataset_id, metrics, recommendation, confidence)
VALUES (
  'b0000000-0000-4000-8000-000000000020', 'b0000000-0000-4000-8000-000000000011',
  'd0000000-0000-4000-8000-000000000001', '{}', 'x', 0);

-- case: a user adds nothing to another's sessions of analysis
-- guard: ALTER POLICY analysis_sessions_owner ON production.analysis_sessions WITH CHECK (true)
-- guard: ALTER POLICY analysis_tasks_owner ON production.analysis_tasks WITH CHECK (true)
-- guard: ALTER POLICY artifacts_owner ON production.artifacts WITH CHECK (true)
-- guard: ALTER POLICY code_review_results_owner ON production.code_review_results WITH CHECK (true)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: error 42501
INSERT INTO production.analysis_sessions (user_id, project_id, version, status)
VALUES ('b0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000010', 'v2', 'created');
-- expect: error 42501
INSERT INTO production.analysis_tasks (session_id, type, status)
VALUES ('b0000000-0000-4000-8000-000000000030', 'ai', 'pending');
-- expect: error 42501
INSERT INTO production.artifacts (session_id, type, s3_uri, sha256)
VALUES ('b0000000-0000-4000-8000-000000000030', 'patch', 's3://x', 'x');
-- expect: error 42501
INSERT INTO production.code_review_results (session_id, code_language, code_length)
VALUES ('b0000000-0000-4000-8000-000000000030', 'rust', 1);

-- case: a user stores no key and books no usage in another's name
-- guard: ALTER POLICY user_providers_owner ON providers.user_providers WITH CHECK (true)
-- guard: ALTER POLICY usage_tracking_owner ON providers.usage_tracking WITH CHECK (true)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: error 42501
INSERT INTO providers.user_providers
  (user_id, provider_name, provider_type, model_name, encrypted_api_key, key_last_4_chars)
VALUES ('b0000000-0000-4000-8000-000000000001', 'X', 'anthropic', 'm', '\x00000001c30d', 'xxxx');
-- expect: error 42501
INSERT INTO providers.usage_tracking (user_id, provider_id, model, date)
VALUES ('b0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'x', '2026-03-11');

-- case: a row of one's own cannot be given to another
-- guard: ALTER POLICY experiments_owner ON experiments_v1.experiments WITH CHECK (true)
-- guard: ALTER POLICY user_providers_owner ON providers.user_providers WITH CHECK (true)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: error 42501 row-level security
UPDATE experiments_v1.experiments SET user_id = 'b0000000-0000-4000-8000-000000000001';
-- expect: error 42501 row-level security
UPDATE providers.user_providers
SET user_id = 'b0000000-0000-4000-8000-000000000001', provider_type = 'huggingface';

-- case: a role granted DELETE would still delete its user's own rows only
-- guard: ALTER POLICY sessions_owner ON auth.sessions USING (true)
-- guard: ALTER POLICY baselines_owner ON projects.baselines USING (true)
-- guard: ALTER POLICY evaluations_owner ON experiments_v1.evaluations USING (true)
-- guard: ALTER POLICY analysis_tasks_owner ON production.analysis_tasks USING (true)
-- guard: ALTER POLICY usage_tracking_owner ON providers.usage_tracking USING (true)
GRANT DELETE ON
  auth.sessions, projects.baselines, experiments_v1.evaluations, production.analysis_tasks,
  providers.usage_tracking
TO app_readwrite;
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 1
DELETE FROM auth.sessions;
-- expect: 1
DELETE FROM projects.baselines;
-- expect: 1
DELETE FROM experiments_v1.evaluations;
-- expect: 1
DELETE FROM production.analysis_tasks;
-- expect: 1
DELETE FROM providers.usage_tracking;

-- case: a role that could write to the quarantine would still sign in its user's own name only
-- guard: ALTER POLICY quarantined_records_owner ON quarantine.quarantined_records WITH CHECK (true)
-- guard: ALTER POLICY reevaluation_requests_owner ON quarantine.reevaluation_requests WITH CHECK (true)
GRANT USAGE ON SCHEMA quarantine TO app_readwrite;
GRANT SELECT, INSERT ON quarantine.quarantined_records, quarantine.reevaluation_requests TO app_readwrite;
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: error 42501
INSERT INTO quarantine.quarantined_records
  (source_experiment_id, config_hash, config, reason, evidence, status, quarantined_by)
VALUES (
  'a0000000-0000-4000-8000-000000000020', 'hash x', '{}', 'x', '{}', 'quarantined',
  'b0000000-0000-4000-8000-000000000001');
-- expect: error 42501
INSERT INTO quarantine.reevaluation_requests (quarantine_id, requested_by, reason, status)
VALUES (
  'b0000000-0000-4000-8000-000000000040', 'a0000000-0000-4000-8000-000000000001', 'x', 'pending');

-- case: an administrator sees and changes the rows of all users
-- guard: ALTER POLICY users_admin ON auth.users USING (false)
-- guard: ALTER POLICY experiments_admin ON experiments_v1.experiments USING (false)
-- guard: ALTER POLICY blacklist_admin ON experiments_v1.blacklist USING (false)
SET LOCAL ROLE app_admin;
-- expect: 2
SELECT count(*) FROM auth.users;
-- expect: 2
UPDATE experiments_v1.experiments SET description = 'reviewed';
-- expect: 2
UPDATE experiments_v1.blacklist SET review_status = 'reviewed';

-- case: row security binds the tables' owner as well, unless he is a superuser
-- guard: ALTER TABLE experiments_v1.experiments NO FORCE ROW LEVEL SECURITY
CREATE ROLE experiments_test_owner;
GRANT USAGE, CREATE ON SCHEMA experiments_v1 TO experiments_test_owner;
ALTER TABLE experiments_v1.experiments OWNER TO experiments_test_owner;
SET LOCAL ROLE experiments_test_owner;
-- expect: 0
SELECT count(*) FROM experiments_v1.experiments;
