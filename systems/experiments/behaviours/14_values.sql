-- Values that the tables refuse, defaults that they fill in, and the settings of the platform.

INSERT INTO auth.users (id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'ada@example.com', '$argon2id$invented');
INSERT INTO projects.projects (id, name, owner_id) VALUES
  ('a0000000-0000-4000-8000-000000000010', 'Compiler', 'a0000000-0000-4000-8000-000000000001');
INSERT INTO projects.versions (id, project_id, tag, model_config) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000010', 'v1', '{}');
INSERT INTO production.analysis_sessions (id, project_id, version, status) VALUES
  ('a0000000-0000-4000-8000-000000000030', 'a0000000-0000-4000-8000-000000000010', 'v2', 'created');
INSERT INTO providers.providers (id, name, provider_type, model_name, cost_per_1k_tokens, max_tokens) VALUES
  ('f0000000-0000-4000-8000-000000000001', 'House model', 'local', 'house-7b', 0.001, 8192);

-- case: an account begins active, as a plain user, without a failed login
-- guard: ALTER TABLE auth.users ALTER COLUMN role SET DEFAULT 'admin'
-- guard: ALTER TABLE auth.users ALTER COLUMN failed_login_attempts SET DEFAULT 1
-- expect: user | 0
SELECT role, failed_login_attempts FROM auth.users WHERE is_active AND NOT totp_enabled;

-- case: a project has each of the versions v1, v2 and v3 at most once
-- guard: ALTER TABLE projects.versions DROP CONSTRAINT versions_project_id_tag_key
-- guard: ALTER TABLE projects.versions DROP CONSTRAINT versions_tag_check
-- expect: error 23505
INSERT INTO projects.versions (project_id, tag, model_config)
VALUES ('a0000000-0000-4000-8000-000000000010', 'v1', '{}');
-- expect: error 23514
INSERT INTO projects.versions (project_id, tag, model_config)
VALUES ('a0000000-0000-4000-8000-000000000010', 'v4', '{}');

-- case: a baseline compares with one of five operators
-- guard: ALTER TABLE projects.baselines DROP CONSTRAINT baselines_operator_check
-- expect: error 23514
INSERT INTO projects.baselines (project_id, metric_key, threshold, operator)
VALUES ('a0000000-0000-4000-8000-000000000010', 'recall', 0.8, '<>');

-- case: a policy's name exists once, and a project is bound to it once
-- guard: ALTER TABLE projects.policies DROP CONSTRAINT policies_name_key
-- guard: ALTER TABLE projects.project_policies DROP CONSTRAINT project_policies_project_id_policy_id_key
INSERT INTO projects.policies (id, name, rego_code)
VALUES ('e0000000-0000-4000-8000-000000000001', 'no secrets in code', 'package secrets');
INSERT INTO projects.project_policies (project_id, policy_id)
VALUES ('a0000000-0000-4000-8000-000000000010', 'e0000000-0000-4000-8000-000000000001');
-- expect: error 23505
INSERT INTO projects.policies (name, rego_code) VALUES ('no secrets in code', 'package other');
-- expect: error 23505
INSERT INTO projects.project_policies (project_id, policy_id)
VALUES ('a0000000-0000-4000-8000-000000000010', 'e0000000-0000-4000-8000-000000000001');

-- case: the history of a version knows promotions, degradations and updates
-- guard: ALTER TABLE projects.version_history DROP CONSTRAINT version_history_action_check
-- expect: error 23514
INSERT INTO projects.version_history (version_id, changed_by, action)
VALUES ('a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'deleted');

-- case: a session of analysis has one of three versions and six states
-- guard: ALTER TABLE production.analysis_sessions DROP CONSTRAINT analysis_sessions_version_check
-- guard: ALTER TABLE production.analysis_sessions DROP CONSTRAINT analysis_sessions_status_check
-- expect: error 23514
UPDATE production.analysis_sessions SET version = 'v9';
-- expect: error 23514
UPDATE production.analysis_sessions SET status = 'paused';

-- case: tasks and artifacts are of the known kinds
-- guard: ALTER TABLE production.analysis_tasks DROP CONSTRAINT analysis_tasks_type_check
-- guard: ALTER TABLE production.analysis_tasks DROP CONSTRAINT analysis_tasks_status_check
-- guard: ALTER TABLE production.artifacts DROP CONSTRAINT artifacts_type_check
-- expect: error 23514
INSERT INTO production.analysis_tasks (session_id, type, status)
VALUES ('a0000000-0000-4000-8000-000000000030', 'magic', 'pending');
-- expect: error 23514
INSERT INTO production.analysis_tasks (session_id, type, status)
VALUES ('a0000000-0000-4000-8000-000000000030', 'ai', 'waiting');
-- expect: error 23514
INSERT INTO production.artifacts (session_id, type, s3_uri, sha256)
VALUES ('a0000000-0000-4000-8000-000000000030', 'video', 's3://reviews/video', repeat('a', 64));

-- case: a provider's health follows from its state, and cannot be written beside it
-- guard: ALTER TABLE providers.provider_health ALTER COLUMN is_healthy DROP EXPRESSION
-- guard: ALTER TABLE providers.provider_health DROP CONSTRAINT provider_health_status_check
INSERT INTO providers.provider_health (provider_id) VALUES ('f0000000-0000-4000-8000-000000000001');
-- expect: true
SELECT is_healthy::text FROM providers.provider_health;
UPDATE providers.provider_health SET status = 'degraded';
-- expect: false
SELECT is_healthy::text FROM providers.provider_health;
-- expect: error 428C9
UPDATE providers.provider_health SET is_healthy = true;
-- expect: error 23514
UPDATE providers.provider_health SET status = 'tired';

-- case: providers are of the known kinds, and their names exist once
-- guard: ALTER TABLE providers.providers DROP CONSTRAINT providers_provider_type_check
-- guard: ALTER TABLE providers.providers DROP CONSTRAINT providers_name_key
-- guard: ALTER TABLE providers.user_providers DROP CONSTRAINT user_providers_provider_type_check
-- expect: error 23514
UPDATE providers.providers SET provider_type = 'oracle';
-- expect: error 23505
INSERT INTO providers.providers (name, provider_type, model_name, cost_per_1k_tokens, max_tokens)
VALUES ('House model', 'local', 'other', 0.001, 8192);
-- expect: error 23514
INSERT INTO providers.user_providers
  (user_id, provider_name, provider_type, model_name, encrypted_api_key, key_last_4_chars)
VALUES ('a0000000-0000-4000-8000-000000000001', 'Mine', 'local', 'm', '\x00000001c30d', 'aaaa');

-- case: a table has one retention policy, of at least a day
-- guard: ALTER TABLE system.retention_policies DROP CONSTRAINT retention_policies_retention_days_check
-- guard: ALTER TABLE system.retention_policies DROP CONSTRAINT retention_policies_table_schema_table_name_key
-- expect: error 23514
UPDATE system.retention_policies SET retention_days = 0;
-- expect: error 23505
INSERT INTO system.retention_policies (table_schema, table_name, retention_days)
VALUES ('audits', 'audit_log', 30);

-- case: a connection pool has a name of its own and sizes that make sense
-- guard: ALTER TABLE system.connection_pool_settings DROP CONSTRAINT connection_pool_settings_pool_name_key
-- guard: ALTER TABLE system.connection_pool_settings
--     DROP CONSTRAINT connection_pool_settings_min_connections_check
-- guard: ALTER TABLE system.connection_pool_settings
--     DROP CONSTRAINT connection_pool_settings_max_connections_check
-- expect: error 23505
INSERT INTO system.connection_pool_settings (pool_name) VALUES ('v2_production');
-- expect: error 23514 min_connections
UPDATE system.connection_pool_settings SET min_connections = 0;
-- expect: error 23514 max_connections
UPDATE system.connection_pool_settings SET max_connections = 101;
-- expect: error 23514 max_connections
UPDATE system.connection_pool_settings SET min_connections = max_connections + 1;
