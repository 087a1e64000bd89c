-- Accounts: addresses, password hashes, the lockout, the log of logins, sessions and one-time codes.

INSERT INTO auth.users (id, email, username, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'ada@example.com', 'ada', '$argon2id$invented'),
  ('b0000000-0000-4000-8000-000000000001', 'ben@example.com', 'ben', '$argon2id$invented');
INSERT INTO auth.sessions (id, user_id, refresh_token_hash, expires_at) VALUES
  ('a0000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'digest a',
    now() + interval '1 day'),
  ('b0000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-000000000001', 'digest b',
    now() + interval '1 day');
INSERT INTO auth.invitations (id, code_hash, expires_at, max_uses) VALUES
  ('e0000000-0000-4000-8000-000000000001', 'digest i', now() + interval '1 day', 2);
INSERT INTO auth.password_resets (user_id, token_hash, expires_at) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'digest r', now() + interval '1 hour');
INSERT INTO auth.audit_logs (user_id, event_type, success) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'login', true);

-- case: an address is kept in lower case
-- guard: DROP TRIGGER users_lower_email ON auth.users;
--     ALTER TABLE auth.users DROP CONSTRAINT users_email_check
INSERT INTO auth.users (email, password_hash) VALUES ('Cleo@Example.COM', '$argon2id$invented');
-- expect: 1
SELECT count(*) FROM auth.users WHERE email = 'cleo@example.com';

-- case: an address belongs to one account, however it is written
-- guard: ALTER TABLE auth.users DROP CONSTRAINT users_email_key
-- guard: DROP TRIGGER users_lower_email ON auth.users;
--     ALTER TABLE auth.users DROP CONSTRAINT users_email_check
-- expect: error 23505 users_email_key
INSERT INTO auth.users (email, password_hash) VALUES ('ADA@example.com', '$argon2id$invented');

-- case: an address has the shape of one
-- guard: ALTER TABLE auth.users DROP CONSTRAINT users_email_check
-- expect: error 23514 users_email_check
INSERT INTO auth.users (email, password_hash) VALUES ('cleo at example', '$argon2id$invented');

-- case: a user name belongs to one account
-- guard: ALTER TABLE auth.users DROP CONSTRAINT users_username_key
-- expect: error 23505
INSERT INTO auth.users (email, username, password_hash) VALUES
  ('cleo@example.com', 'ada', '$argon2id$invented');

-- case: a password is stored as an Argon2id hash and as nothing else
-- guard: ALTER TABLE auth.users DROP CONSTRAINT users_password_hash_check
-- expect: error 23514 users_password_hash_check
INSERT INTO auth.users (email, password_hash) VALUES ('cleo@example.com', 'correct horse');
-- expect: error 23514 users_password_hash_check
UPDATE auth.users SET password_hash = 'md5 of something';

-- case: there are four roles of accounts
-- guard: ALTER TABLE auth.users DROP CONSTRAINT users_role_check
-- expect: error 23514
UPDATE auth.users SET role = 'owner';

-- case: the tenth failed login locks the account for half an hour, the ninth does not
-- guard: DROP TRIGGER users_lock_account ON auth.users
-- guard: CREATE OR REPLACE FUNCTION auth.lock_account() RETURNS trigger LANGUAGE plpgsql
--     AS $func$ BEGIN NEW.locked_until := now() + interval '30 minutes'; RETURN NEW; END $func$
UPDATE auth.users SET failed_login_attempts = 9;
-- expect: 0
SELECT count(*) FROM auth.users WHERE locked_until IS NOT NULL;
UPDATE auth.users SET failed_login_attempts = 10 WHERE id = 'a0000000-0000-4000-8000-000000000001';
-- expect: ada
SELECT username FROM auth.users WHERE locked_until = now() + interval '30 minutes';

-- case: a further failure locks the account anew
-- guard: DROP TRIGGER users_lock_account ON auth.users
UPDATE auth.users SET failed_login_attempts = 10, locked_until = now() - interval '1 hour';
UPDATE auth.users SET locked_until = now() - interval '1 hour';
UPDATE auth.users SET failed_login_attempts = 11;
-- expect: 2
SELECT count(*) FROM auth.users WHERE locked_until > now();

-- case: the count set back to zero opens the account
-- guard: DROP TRIGGER users_lock_account ON auth.users
UPDATE auth.users SET failed_login_attempts = 10, locked_until = now() + interval '1 minute';
UPDATE auth.users SET failed_login_attempts = 0;
-- expect: 2
SELECT count(*) FROM auth.users WHERE locked_until IS NULL;

-- case: a login finds its account by the address in any case, without a context
-- guard: ALTER FUNCTION auth.find_login(text) SECURITY INVOKER
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('auth.find_login(text)'::regprocedure),
--     'lower(find_login.email)', 'find_login.email'); END $do$
SELECT set_config('app.current_user_id', '', true);
SET LOCAL ROLE app_readwrite;
-- expect: a0000000-0000-4000-8000-000000000001 | user
SELECT user_id, role FROM auth.find_login('Ada@Example.com');

-- case: the log of logins is not changed, shortened or emptied
-- guard: DROP TRIGGER audit_logs_append_only ON auth.audit_logs
-- guard: DROP TRIGGER audit_logs_no_truncate ON auth.audit_logs
-- expect: error 23001 append-only
UPDATE auth.audit_logs SET success = false;
-- expect: error 23001 append-only
DELETE FROM auth.audit_logs;
-- expect: error 23001 append-only
TRUNCATE auth.audit_logs;

-- case: an entry of the log of logins stays its user's as long as he lives
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('auth.prevent_audit_logs_modification()'::regprocedure),
--     'AND NOT EXISTS (SELECT FROM auth.users AS u WHERE u.id = OLD.user_id)', ''); END $do$
-- expect: error 23001
UPDATE auth.audit_logs SET user_id = NULL;

-- case: the log of logins keeps the entries of a deleted account without its name
-- guard: CREATE OR REPLACE FUNCTION auth.prevent_audit_logs_modification() RETURNS trigger LANGUAGE plpgsql
--     AS $func$ BEGIN RAISE restrict_violation; END $func$
-- expect: 1
DELETE FROM auth.users WHERE id = 'a0000000-0000-4000-8000-000000000001';
-- expect: 1
SELECT count(*) FROM auth.audit_logs WHERE user_id IS NULL AND event_type = 'login';

-- case: a refresh token, an invitation's code and a reset's token each exist once
-- guard: ALTER TABLE auth.sessions DROP CONSTRAINT sessions_refresh_token_hash_key
-- guard: ALTER TABLE auth.invitations DROP CONSTRAINT invitations_code_hash_key
-- guard: ALTER TABLE auth.password_resets DROP CONSTRAINT password_resets_token_hash_key
-- expect: error 23505
INSERT INTO auth.sessions (user_id, refresh_token_hash, expires_at)
VALUES ('b0000000-0000-4000-8000-000000000001', 'digest a', now() + interval '1 day');
-- expect: error 23505
INSERT INTO auth.invitations (code_hash, expires_at) VALUES ('digest i', now() + interval '1 day');
-- expect: error 23505
INSERT INTO auth.password_resets (user_id, token_hash, expires_at)
VALUES ('b0000000-0000-4000-8000-000000000001', 'digest r', now() + interval '1 hour');

-- case: an invitation is not used more often than it allows
-- guard: ALTER TABLE auth.invitations DROP CONSTRAINT invitations_used_count_check
UPDATE auth.invitations SET used_count = used_count + 1;
UPDATE auth.invitations SET used_count = used_count + 1;
-- expect: error 23514
UPDATE auth.invitations SET used_count = used_count + 1;

-- case: a user revokes all sessions of his own and none of another
-- guard: ALTER POLICY sessions_owner ON auth.sessions USING (true)
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 1
UPDATE auth.sessions SET revoked_at = now() WHERE revoked_at IS NULL;

-- case: a revoked session stays on record
-- guard: GRANT DELETE ON auth.sessions TO app_readwrite
UPDATE auth.sessions SET revoked_at = now();
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: error 42501
DELETE FROM auth.sessions WHERE revoked_at IS NOT NULL;

-- case: a new user opens his own account, as a plain user, and the log records it
-- guard: REVOKE INSERT (password_hash) ON auth.users FROM app_readwrite
-- guard: DROP TRIGGER audit_users_changes ON auth.users
-- guard: ALTER TABLE auth.users ALTER COLUMN role SET DEFAULT 'admin'
SELECT set_config('app.current_user_id', 'c0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: 1
INSERT INTO auth.users (id, email, password_hash)
VALUES ('c0000000-0000-4000-8000-000000000001', 'cleo@example.com', '$argon2id$invented');
RESET ROLE;
-- expect: INSERT | user
SELECT action, new_data ->> 'role' FROM audits.audit_log
WHERE entity_id = 'c0000000-0000-4000-8000-000000000001' AND user_id = entity_id::uuid;
