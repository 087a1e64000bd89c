-- Sensitive tables: every change of an account, a provider key or a promotion is written into the audit log,
-- without the secrets of the row.

INSERT INTO auth.users (id, email, password_hash, totp_secret_enc) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'ada@example.com', '$argon2id$invented', '\x0001');
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);

-- case: an account's creation, change and deletion are recorded, with the acting user
-- guard: DROP TRIGGER audit_users_changes ON auth.users
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('audits.log_sensitive_operation()'::regprocedure),
--     'auth.current_user_id(), before_row', 'NULL, before_row'); END $do$
INSERT INTO auth.users (id, email, password_hash) VALUES
  ('b0000000-0000-4000-8000-000000000001', 'ben@example.com', '$argon2id$invented');
UPDATE auth.users SET role = 'reviewer' WHERE id = 'b0000000-0000-4000-8000-000000000001';
DELETE FROM auth.users WHERE id = 'b0000000-0000-4000-8000-000000000001';
-- expect: rows
--   INSERT | - | user
--   UPDATE | user | reviewer
--   DELETE | reviewer | -
SELECT action, coalesce(old_data ->> 'role', '-'), coalesce(new_data ->> 'role', '-')
FROM audits.audit_log
WHERE entity_type = 'auth.users' AND entity_id = 'b0000000-0000-4000-8000-000000000001'
  AND user_id = 'a0000000-0000-4000-8000-000000000001'
ORDER BY id;

-- case: a change without a context, or with one that is no user id, is recorded without a user
-- guard: DROP TRIGGER audit_users_changes ON auth.users
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('audits.log_sensitive_operation()'::regprocedure),
--     'auth.current_user_id(), before_row',
--     'nullif(current_setting(''app.current_user_id'', true), '''')::uuid, before_row'); END $do$
SELECT set_config('app.current_user_id', '', true);
-- expect: 1
UPDATE auth.users SET role = 'reviewer';
SELECT set_config('app.current_user_id', 'the migration', true);
-- expect: 1
UPDATE auth.users SET role = 'user';
-- expect: 2
SELECT count(*) FROM audits.audit_log WHERE action = 'UPDATE' AND user_id IS NULL;

-- case: the log never holds a password's hash
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('audits.log_sensitive_operation()'::regprocedure), '- ''password_hash''', '');
--     END $do$
UPDATE auth.users SET password_hash = '$argon2id$another';
-- expect: 0
SELECT count(*) FROM audits.audit_log
WHERE old_data ? 'password_hash' OR new_data ? 'password_hash' OR concat(old_data, new_data) ~ 'argon2id';

-- case: the secret of the second factor is marked, not written
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('audits.log_sensitive_operation()'::regprocedure),
--     '''totp_secret_enc'', ', ''); END $do$
UPDATE auth.users SET totp_enabled = true;
-- expect: [REDACTED] | [REDACTED]
SELECT old_data ->> 'totp_secret_enc', new_data ->> 'totp_secret_enc'
FROM audits.audit_log WHERE action = 'UPDATE';

-- case: a provider key's storage, change and removal are recorded without the key
-- guard: DROP TRIGGER audit_api_keys_changes ON providers.user_providers
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('audits.log_sensitive_operation()'::regprocedure),
--     '''encrypted_api_key'', ', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('audits.log_sensitive_operation()'::regprocedure),
--     '''encrypted_dek'', ', ''); END $do$
INSERT INTO providers.user_providers
  (user_id, provider_name, provider_type, model_name, encrypted_api_key, encrypted_dek, key_last_4_chars)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Mine', 'openai', 'm', '\x00000001c30d', '\x0002', 'aaaa');
UPDATE providers.user_providers SET is_active = false;
DELETE FROM providers.user_providers;
-- expect: rows
--   INSERT | [REDACTED] | [REDACTED] | aaaa
--   UPDATE | [REDACTED] | [REDACTED] | aaaa
--   DELETE | [REDACTED] | [REDACTED] | aaaa
SELECT
  action, data ->> 'encrypted_api_key', data ->> 'encrypted_dek', data ->> 'key_last_4_chars'
FROM audits.audit_log, coalesce(new_data, old_data) AS data
WHERE entity_type = 'providers.user_providers' ORDER BY id;

-- case: tokens and plain keys are marked in whatever table the audit is attached to
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('audits.log_sensitive_operation()'::regprocedure), '''api_key'', ', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('audits.log_sensitive_operation()'::regprocedure),
--     '''refresh_token_hash'', ', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('audits.log_sensitive_operation()'::regprocedure),
--     ', ''token_hash''', ''); END $do$
CREATE TABLE auth.later (id integer, api_key text, refresh_token_hash text, token_hash text);
CREATE TRIGGER audit_later AFTER INSERT ON auth.later
  FOR EACH ROW EXECUTE FUNCTION audits.log_sensitive_operation();
INSERT INTO auth.later VALUES (1, 'secret', 'secret', 'secret');
-- expect: 0
SELECT count(*) FROM audits.audit_log WHERE entity_type = 'auth.later' AND new_data::text ~ 'secret';
-- expect: 1
SELECT count(*) FROM audits.audit_log WHERE entity_type = 'auth.later';

-- case: a promotion's changes are recorded
-- guard: DROP TRIGGER audit_promotions_changes ON experiments_v1.promotions
INSERT INTO projects.projects (id, name, owner_id) VALUES
  ('a0000000-0000-4000-8000-000000000010', 'Compiler', 'a0000000-0000-4000-8000-000000000001');
INSERT INTO projects.versions (id, project_id, tag, model_config) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000010', 'v1', '{}');
INSERT INTO experiments_v1.experiments (id, name, config, dataset_id, status) VALUES
  ('a0000000-0000-4000-8000-000000000020', 'Ada tries', '{}',
    'd0000000-0000-4000-8000-000000000001', 'created');
INSERT INTO experiments_v1.promotions (experiment_id, from_version_id, to_version_id, status, reason) VALUES
  ('a0000000-0000-4000-8000-000000000020', 'a0000000-0000-4000-8000-000000000011',
    'a0000000-0000-4000-8000-000000000011', 'pending', 'better');
UPDATE experiments_v1.promotions SET status = 'rejected';
-- expect: rows
--   INSERT | pending
--   UPDATE | rejected
SELECT action, new_data ->> 'status'
FROM audits.audit_log WHERE entity_type = 'experiments_v1.promotions' ORDER BY id;

-- case: a change made by the application is recorded, though the application cannot read the log
-- guard: DROP TRIGGER audit_users_changes ON auth.users
SET LOCAL ROLE app_readwrite;
-- expect: 1
UPDATE auth.users SET last_login_at = now();
RESET ROLE;
-- expect: 1
SELECT count(*) FROM audits.audit_log
WHERE action = 'UPDATE' AND user_id = 'a0000000-0000-4000-8000-000000000001';

-- case: a change that was rolled back leaves no entry and no gap
-- guard: DROP TRIGGER validate_audit_chain ON audits.audit_log;
--     ALTER TABLE audits.audit_log ALTER COLUMN signature DROP NOT NULL
SAVEPOINT given_up;
UPDATE auth.users SET role = 'admin';
ROLLBACK TO SAVEPOINT given_up;
UPDATE auth.users SET role = 'reviewer';
-- expect: INSERT, UPDATE | 1
SELECT string_agg(action, ', ' ORDER BY id), max(id) - min(id) FROM audits.audit_log;
