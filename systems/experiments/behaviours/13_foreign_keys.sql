-- What goes along when a row goes: what belongs to an account or a project is deleted with it, what others
-- built upon loses only the name, and what stays on record holds the row back.

INSERT INTO auth.users (id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'ada@example.com', '$argon2id$invented'),
  ('b0000000-0000-4000-8000-000000000001', 'ben@example.com', '$argon2id$invented');
INSERT INTO projects.projects (id, name, owner_id) VALUES
  ('a0000000-0000-4000-8000-000000000010', 'Compiler', 'a0000000-0000-4000-8000-000000000001');
INSERT INTO projects.versions (id, project_id, tag, model_config) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000010', 'v1', '{}'),
  ('a0000000-0000-4000-8000-000000000012', 'a0000000-0000-4000-8000-000000000010', 'v2', '{}');
INSERT INTO experiments_v1.experiments (id, name, config, dataset_id, status, user_id) VALUES
  ('b0000000-0000-4000-8000-000000000020', 'Ben tries', '{}',
    'd0000000-0000-4000-8000-000000000001', 'created', 'b0000000-0000-4000-8000-000000000001');
INSERT INTO experiments_v1.evaluations (experiment_id, metrics, ai_verdict, evaluated_by, evaluator_id) VALUES
  ('b0000000-0000-4000-8000-000000000020', '{}', 'pass', 'human', 'b0000000-0000-4000-8000-000000000001');
INSERT INTO production.analysis_sessions (id, user_id, project_id, version, status) VALUES
  ('b0000000-0000-4000-8000-000000000030', 'b0000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000010', 'v2', 'running');
INSERT INTO providers.providers (id, name, provider_type, model_name, cost_per_1k_tokens, max_tokens) VALUES
  ('f0000000-0000-4000-8000-000000000001', 'House model', 'local', 'house-7b', 0.001, 8192);

-- case: with an account go its sessions, resets, keys, quota, usage and alerts
-- guard: ALTER TABLE auth.sessions DROP CONSTRAINT sessions_user_id_fkey
-- guard: ALTER TABLE auth.password_resets DROP CONSTRAINT password_resets_user_id_fkey
-- guard: ALTER TABLE providers.user_providers DROP CONSTRAINT user_providers_user_id_fkey
-- guard: ALTER TABLE providers.user_quotas DROP CONSTRAINT user_quotas_user_id_fkey
-- guard: ALTER TABLE providers.usage_tracking DROP CONSTRAINT usage_tracking_user_id_fkey
-- guard: ALTER TABLE providers.cost_alerts DROP CONSTRAINT cost_alerts_user_id_fkey
INSERT INTO auth.sessions (user_id, refresh_token_hash, expires_at)
VALUES ('b0000000-0000-4000-8000-000000000001', 'digest', now() + interval '1 day');
INSERT INTO auth.password_resets (user_id, token_hash, expires_at)
VALUES ('b0000000-0000-4000-8000-000000000001', 'digest', now() + interval '1 hour');
INSERT INTO providers.user_providers
  (user_id, provider_name, provider_type, model_name, encrypted_api_key, key_last_4_chars)
VALUES ('b0000000-0000-4000-8000-000000000001', 'Mine', 'openai', 'm', '\x00000001c30d', 'bbbb');
INSERT INTO providers.user_quotas
  (user_id, daily_limit, monthly_limit, daily_cost_limit, monthly_cost_limit)
VALUES ('b0000000-0000-4000-8000-000000000001', 100, 3000, 10, 300);
INSERT INTO providers.usage_tracking (user_id, provider_id, model, date, requests_count)
VALUES ('b0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'm', '2026-03-10',
    80);
-- expect: 1
DELETE FROM auth.users WHERE id = 'b0000000-0000-4000-8000-000000000001';
-- expect: 0
SELECT sum(rows)
FROM (
  SELECT count(*) FROM auth.sessions UNION ALL
  SELECT count(*) FROM auth.password_resets UNION ALL
  SELECT count(*) FROM providers.user_providers UNION ALL
  SELECT count(*) FROM providers.user_quotas UNION ALL
  SELECT count(*) FROM providers.usage_tracking UNION ALL
  SELECT count(*) FROM providers.cost_alerts
) AS kept (rows);

-- case: experiments, evaluations, sessions of analysis and invitations outlive the account without its name
-- guard: ALTER TABLE experiments_v1.experiments DROP CONSTRAINT fk_experiments_user
-- guard: ALTER TABLE experiments_v1.evaluations DROP CONSTRAINT evaluations_evaluator_id_fkey
-- guard: ALTER TABLE production.analysis_sessions DROP CONSTRAINT fk_sessions_user
-- guard: ALTER TABLE auth.invitations DROP CONSTRAINT invitations_created_by_fkey
INSERT INTO auth.invitations (code_hash, created_by, expires_at)
VALUES ('digest', 'b0000000-0000-4000-8000-000000000001', now() + interval '1 day');
-- expect: 1
DELETE FROM auth.users WHERE id = 'b0000000-0000-4000-8000-000000000001';
-- expect: 1 | 1 | 1 | 1
SELECT
  (SELECT count(*) FROM experiments_v1.experiments WHERE user_id IS NULL),
  (SELECT count(*) FROM experiments_v1.evaluations WHERE evaluator_id IS NULL),
  (SELECT count(*) FROM production.analysis_sessions WHERE user_id IS NULL),
  (SELECT count(*) FROM auth.invitations WHERE created_by IS NULL);

-- case: the blacklist and requests of re-evaluation outlive the accounts that signed them
-- guard: ALTER TABLE experiments_v1.blacklist DROP CONSTRAINT blacklist_quarantined_by_fkey
-- guard: ALTER TABLE experiments_v1.blacklist DROP CONSTRAINT blacklist_reviewed_by_fkey
-- guard: ALTER TABLE quarantine.quarantined_records DROP CONSTRAINT quarantined_records_reviewed_by_fkey
-- guard: ALTER TABLE quarantine.reevaluation_requests DROP CONSTRAINT reevaluation_requests_requested_by_fkey
-- guard: ALTER TABLE quarantine.reevaluation_requests DROP CONSTRAINT reevaluation_requests_approved_by_fkey
INSERT INTO experiments_v1.blacklist
  (config_hash, reason, evidence, review_status, quarantined_by, reviewed_by)
VALUES (
  'hash', 'leaks', '{}', 'reviewed', 'b0000000-0000-4000-8000-000000000001',
  'b0000000-0000-4000-8000-000000000001');
INSERT INTO quarantine.quarantined_records (id, config_hash, config, reason, evidence, status, reviewed_by)
VALUES (
  'b0000000-0000-4000-8000-000000000040', 'hash', '{}', 'leaks', '{}', 'under_review',
  'b0000000-0000-4000-8000-000000000001');
INSERT INTO quarantine.reevaluation_requests (quarantine_id, requested_by, approved_by, reason, status)
VALUES (
  'b0000000-0000-4000-8000-000000000040', 'b0000000-0000-4000-8000-000000000001',
  'b0000000-0000-4000-8000-000000000001', 'fixed', 'approved');
-- expect: 1
DELETE FROM auth.users WHERE id = 'b0000000-0000-4000-8000-000000000001';
-- expect: 3
SELECT
  (SELECT count(*) FROM experiments_v1.blacklist WHERE quarantined_by IS NULL AND reviewed_by IS NULL)
  + (SELECT count(*) FROM quarantine.quarantined_records WHERE reviewed_by IS NULL)
  + (SELECT count(*) FROM quarantine.reevaluation_requests
     WHERE requested_by IS NULL AND approved_by IS NULL);

-- case: with its owner's account goes a project, with its versions, baselines, policies, history and sessions
-- guard: ALTER TABLE projects.projects DROP CONSTRAINT projects_owner_id_fkey
-- guard: ALTER TABLE projects.versions DROP CONSTRAINT versions_project_id_fkey
-- guard: ALTER TABLE projects.baselines DROP CONSTRAINT baselines_project_id_fkey
-- guard: ALTER TABLE projects.project_policies DROP CONSTRAINT project_policies_project_id_fkey
-- guard: ALTER TABLE projects.version_history DROP CONSTRAINT version_history_version_id_fkey
-- guard: ALTER TABLE experiments_v1.comparison_reports
--     DROP CONSTRAINT comparison_reports_v2_version_id_fkey
-- guard: ALTER TABLE production.analysis_sessions DROP CONSTRAINT fk_sessions_project
INSERT INTO projects.baselines (project_id, metric_key, threshold, operator)
VALUES ('a0000000-0000-4000-8000-000000000010', 'recall', 0.8, '>=');
INSERT INTO projects.policies (id, name, rego_code)
VALUES ('e0000000-0000-4000-8000-000000000001', 'no secrets in code', 'package secrets');
INSERT INTO projects.project_policies (project_id, policy_id)
VALUES ('a0000000-0000-4000-8000-000000000010', 'e0000000-0000-4000-8000-000000000001');
INSERT INTO projects.version_history (version_id, changed_by, action)
VALUES ('a0000000-0000-4000-8000-000000000012', 'b0000000-0000-4000-8000-000000000001', 'updated');
INSERT INTO experiments_v1.comparison_reports
  (v1_experiment_id, v2_version_id, dataset_id, metrics, recommendation, confidence)
VALUES (
  'b0000000-0000-4000-8000-000000000020', 'a0000000-0000-4000-8000-000000000012',
  'd0000000-0000-4000-8000-000000000001', '{}', 'promote', 0.9);
-- expect: 1
DELETE FROM auth.users WHERE id = 'a0000000-0000-4000-8000-000000000001';
-- expect: 0
SELECT sum(rows)
FROM (
  SELECT count(*) FROM projects.projects UNION ALL
  SELECT count(*) FROM projects.versions UNION ALL
  SELECT count(*) FROM projects.baselines UNION ALL
  SELECT count(*) FROM projects.project_policies UNION ALL
  SELECT count(*) FROM projects.version_history UNION ALL
  SELECT count(*) FROM experiments_v1.comparison_reports UNION ALL
  SELECT count(*) FROM production.analysis_sessions
) AS kept (rows);

-- case: with a policy go its links to projects
-- guard: ALTER TABLE projects.project_policies DROP CONSTRAINT project_policies_policy_id_fkey
INSERT INTO projects.policies (id, name, rego_code)
VALUES ('e0000000-0000-4000-8000-000000000001', 'no secrets in code', 'package secrets');
INSERT INTO projects.project_policies (project_id, policy_id)
VALUES ('a0000000-0000-4000-8000-000000000010', 'e0000000-0000-4000-8000-000000000001');
DELETE FROM projects.policies;
-- expect: 0
SELECT count(*) FROM projects.project_policies;

-- case: with an experiment go its evaluations, promotions and comparisons
-- guard: ALTER TABLE experiments_v1.evaluations DROP CONSTRAINT fk_evaluations_experiment
-- guard: ALTER TABLE experiments_v1.promotions DROP CONSTRAINT fk_promotions_experiment
-- guard: ALTER TABLE experiments_v1.comparison_reports
--     DROP CONSTRAINT comparison_reports_v1_experiment_id_fkey
INSERT INTO experiments_v1.promotions (experiment_id, from_version_id, to_version_id, status, reason)
VALUES (
  'b0000000-0000-4000-8000-000000000020', 'a0000000-0000-4000-8000-000000000011',
  'a0000000-0000-4000-8000-000000000012', 'pending', 'better');
INSERT INTO experiments_v1.comparison_reports
  (v1_experiment_id, v2_version_id, dataset_id, metrics, recommendation, confidence)
VALUES (
  'b0000000-0000-4000-8000-000000000020', 'a0000000-0000-4000-8000-000000000012',
  'd0000000-0000-4000-8000-000000000001', '{}', 'promote', 0.9);
-- expect: 1
DELETE FROM experiments_v1.experiments;
-- expect: 0 | 0 | 0
SELECT
  (SELECT count(*) FROM experiments_v1.evaluations),
  (SELECT count(*) FROM experiments_v1.promotions),
  (SELECT count(*) FROM experiments_v1.comparison_reports);

-- case: with a session of analysis go its tasks, artifacts and results
-- guard: ALTER TABLE production.analysis_tasks DROP CONSTRAINT analysis_tasks_session_id_fkey
-- guard: ALTER TABLE production.artifacts DROP CONSTRAINT artifacts_session_id_fkey
-- guard: ALTER TABLE production.code_review_results DROP CONSTRAINT code_review_results_session_id_fkey
INSERT INTO production.analysis_tasks (session_id, type, status)
VALUES ('b0000000-0000-4000-8000-000000000030', 'ai', 'pending');
INSERT INTO production.artifacts (session_id, type, s3_uri, sha256)
VALUES ('b0000000-0000-4000-8000-000000000030', 'log', 's3://reviews/log', repeat('b', 64));
INSERT INTO production.code_review_results (session_id, code_language, code_length)
VALUES ('b0000000-0000-4000-8000-000000000030', 'rust', 100);
DELETE FROM production.analysis_sessions;
-- expect: 0 | 0 | 0
SELECT
  (SELECT count(*) FROM production.analysis_tasks),
  (SELECT count(*) FROM production.artifacts),
  (SELECT count(*) FROM production.code_review_results);

-- case: with a provider goes its health, but a provider with usage stays
-- guard: ALTER TABLE providers.provider_health DROP CONSTRAINT provider_health_provider_id_fkey
-- guard: ALTER TABLE providers.usage_tracking DROP CONSTRAINT usage_tracking_provider_id_fkey
INSERT INTO providers.providers (id, name, provider_type, model_name, cost_per_1k_tokens, max_tokens) VALUES
  ('f0000000-0000-4000-8000-000000000002', 'Guest model', 'local', 'guest-7b', 0.001, 8192);
INSERT INTO providers.provider_health (provider_id) VALUES
  ('f0000000-0000-4000-8000-000000000001'), ('f0000000-0000-4000-8000-000000000002');
INSERT INTO providers.usage_tracking (user_id, provider_id, model, date)
VALUES ('b0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'm', '2026-03-10');
-- expect: 1
DELETE FROM providers.providers WHERE name = 'Guest model';
-- expect: 1
SELECT count(*) FROM providers.provider_health;
-- expect: error 23503
DELETE FROM providers.providers WHERE name = 'House model';

-- case: a version that a promotion leads to or from stays
-- guard: ALTER TABLE experiments_v1.promotions DROP CONSTRAINT promotions_from_version_id_fkey
-- guard: ALTER TABLE experiments_v1.promotions DROP CONSTRAINT promotions_to_version_id_fkey
INSERT INTO experiments_v1.promotions (experiment_id, from_version_id, to_version_id, status, reason)
VALUES (
  'b0000000-0000-4000-8000-000000000020', 'a0000000-0000-4000-8000-000000000011',
  'a0000000-0000-4000-8000-000000000012', 'pending', 'better');
-- expect: error 23503
DELETE FROM projects.versions WHERE tag = 'v1';
-- expect: error 23503
DELETE FROM projects.versions WHERE tag = 'v2';

-- case: an account that changed or promoted a version stays
-- guard: ALTER TABLE projects.version_history DROP CONSTRAINT version_history_changed_by_fkey
-- guard: ALTER TABLE projects.versions DROP CONSTRAINT versions_promoted_by_fkey
INSERT INTO auth.users (id, email, password_hash) VALUES
  ('c0000000-0000-4000-8000-000000000001', 'cleo@example.com', '$argon2id$invented');
INSERT INTO projects.version_history (version_id, changed_by, action)
VALUES ('a0000000-0000-4000-8000-000000000012', 'b0000000-0000-4000-8000-000000000001', 'updated');
UPDATE projects.versions SET promoted_by = 'c0000000-0000-4000-8000-000000000001';
-- expect: error 23503 version_history
DELETE FROM auth.users WHERE id = 'b0000000-0000-4000-8000-000000000001';
-- expect: error 23503 versions_promoted_by_fkey
DELETE FROM auth.users WHERE id = 'c0000000-0000-4000-8000-000000000001';

-- case: the audit log keeps an account's entries with its id when the account is gone
-- guard: ALTER TABLE audits.audit_log ADD CONSTRAINT audit_log_user
--     FOREIGN KEY (user_id) REFERENCES auth.users (id)
SELECT set_config('app.current_user_id', 'b0000000-0000-4000-8000-000000000001', true);
INSERT INTO audits.audit_log (entity_type, action, user_id)
VALUES ('report', 'EXPORT', 'b0000000-0000-4000-8000-000000000001');
SELECT set_config('app.current_user_id', '', true);
-- expect: 1
DELETE FROM auth.users WHERE id = 'b0000000-0000-4000-8000-000000000001';
-- expect: 1
SELECT count(*) FROM audits.audit_log WHERE user_id = 'b0000000-0000-4000-8000-000000000001';

-- case: no row points to an account, a project or an experiment that does not exist
-- guard: ALTER TABLE experiments_v1.experiments DROP CONSTRAINT fk_experiments_user
-- guard: ALTER TABLE experiments_v1.evaluations DROP CONSTRAINT fk_evaluations_experiment
-- guard: ALTER TABLE production.analysis_sessions DROP CONSTRAINT fk_sessions_project
-- guard: ALTER TABLE quarantine.quarantined_records DROP CONSTRAINT fk_quarantine_experiment
-- expect: error 23503
INSERT INTO experiments_v1.experiments (name, config, dataset_id, status, user_id)
VALUES ('x', '{}', 'd0000000-0000-4000-8000-000000000001', 'created', 'a0000000-0000-4000-8000-00000000000f');
-- expect: error 23503
INSERT INTO experiments_v1.evaluations (experiment_id, metrics, ai_verdict, evaluated_by)
VALUES ('a0000000-0000-4000-8000-00000000000f', '{}', 'pass', 'ai');
-- expect: error 23503
INSERT INTO production.analysis_sessions (project_id, version, status)
VALUES ('a0000000-0000-4000-8000-00000000000f', 'v2', 'created');
-- expect: error 23503
INSERT INTO quarantine.quarantined_records
  (source_experiment_id, config_hash, config, reason, evidence, status)
VALUES ('a0000000-0000-4000-8000-00000000000f', 'x', '{}', 'x', '{}', 'quarantined');
