-- What works once or for a time: reset, verification and invitation tokens, and sessions.

INSERT INTO tenants (id, name, slug, admin_email) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'Alder Analytics', 'alder', 'ops@alder.example.com');
INSERT INTO users (id, tenant_id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash');
-- Of each kind one token that is open and one that has run out.
INSERT INTO password_reset_tokens (tenant_id, user_id, token, expires_at) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('1', 64),
    now() + interval '1 hour'),
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('2', 64),
    now() - interval '1 hour');
INSERT INTO email_verification_tokens (tenant_id, user_id, token, email, expires_at) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('1', 64),
    'ada@example.com', now() + interval '1 hour'),
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('2', 64),
    'ada@example.com', now() - interval '1 hour');
INSERT INTO tenant_invitations (tenant_id, email, invited_by, invitation_token, expires_at) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'open@example.com', 'a0000000-0000-4000-8000-000000000001',
    repeat('1', 64), now() + interval '1 hour'),
  ('a0000000-0000-4000-8000-000000000000', 'late@example.com', 'a0000000-0000-4000-8000-000000000001',
    repeat('2', 64), now() - interval '1 hour');
INSERT INTO user_sessions (tenant_id, user_id, session_token, refresh_token, status, expires_at) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('1', 64),
    repeat('a', 64), 'active', now() + interval '1 hour'),
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('2', 64),
    repeat('b', 64), 'active', now() - interval '1 hour'),
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('3', 64),
    repeat('c', 64), 'revoked', now() - interval '1 hour');

-- case: a password reset token is used once
-- guard: DROP TRIGGER password_reset_tokens_once ON password_reset_tokens
-- expect: 1
UPDATE password_reset_tokens SET used_at = clock_timestamp() WHERE token = repeat('1', 64);
-- expect: error 23514 has been used
UPDATE password_reset_tokens SET used_at = clock_timestamp() WHERE token = repeat('1', 64);
-- expect: error 23514 has been used
UPDATE password_reset_tokens SET used_at = NULL WHERE token = repeat('1', 64);

-- case: an expired password reset token cannot be used, nor by backdating its use
-- guard: DROP TRIGGER password_reset_tokens_once ON password_reset_tokens
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_one_time_token'::regproc),
--   'greatest(used_now, clock_timestamp())', 'used_now'); END $do$
-- expect: error 23514
UPDATE password_reset_tokens SET used_at = clock_timestamp() WHERE token = repeat('2', 64);
-- expect: error 23514 has expired
UPDATE password_reset_tokens SET used_at = now() - interval '2 hours' WHERE token = repeat('2', 64);

-- case: a token cannot be extended, before or while it is used
-- guard: DROP TRIGGER password_reset_tokens_once ON password_reset_tokens
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_one_time_token'::regproc),
--   'same_token AND NEW.expires_at > OLD.expires_at', 'false'); END $do$
-- expect: error 23514 cannot be extended
UPDATE password_reset_tokens SET expires_at = now() + interval '1 day' WHERE token = repeat('2', 64);
-- expect: error 23514 cannot be extended
UPDATE password_reset_tokens SET expires_at = now() + interval '1 day', used_at = clock_timestamp()
WHERE token = repeat('2', 64);

-- case: a used token cannot be turned into a fresh one
-- guard: DROP TRIGGER password_reset_tokens_once ON password_reset_tokens
UPDATE password_reset_tokens SET used_at = clock_timestamp() WHERE token = repeat('1', 64);
-- expect: error 23514 has been used
UPDATE password_reset_tokens SET token = repeat('9', 64), used_at = NULL WHERE token = repeat('1', 64);

-- case: no token is recorded as used after its end
-- guard: ALTER TABLE password_reset_tokens DROP CONSTRAINT password_reset_tokens_check
-- guard: ALTER TABLE email_verification_tokens DROP CONSTRAINT email_verification_tokens_check
-- guard: ALTER TABLE tenant_invitations DROP CONSTRAINT tenant_invitations_check
-- expect: error 23514
INSERT INTO password_reset_tokens (tenant_id, user_id, token, expires_at, used_at)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('7', 64),
  now() - interval '1 hour', now());
-- expect: error 23514
INSERT INTO email_verification_tokens (tenant_id, user_id, token, email, expires_at, verified_at)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('7', 64),
  'ada@example.com', now() - interval '1 hour', now());
-- expect: error 23514
INSERT INTO tenant_invitations (tenant_id, email, invited_by, invitation_token, expires_at, accepted_at)
VALUES ('a0000000-0000-4000-8000-000000000000', 'x@example.com', 'a0000000-0000-4000-8000-000000000001',
  repeat('7', 64), now() - interval '1 hour', now());

-- case: an email verification token is used once, and in time
-- guard: DROP TRIGGER email_verification_tokens_once ON email_verification_tokens
-- expect: 1
UPDATE email_verification_tokens SET verified_at = clock_timestamp() WHERE token = repeat('1', 64);
-- expect: error 23514 has been used
UPDATE email_verification_tokens SET verified_at = clock_timestamp() WHERE token = repeat('1', 64);
-- expect: error 23514 has expired
UPDATE email_verification_tokens SET verified_at = now() - interval '2 hours' WHERE token = repeat('2', 64);

-- case: an invitation is accepted once, and in time
-- guard: DROP TRIGGER tenant_invitations_once ON tenant_invitations
-- expect: 1
UPDATE tenant_invitations
SET accepted_at = clock_timestamp(), accepted_by = 'a0000000-0000-4000-8000-000000000001'
WHERE email = 'open@example.com';
-- expect: error 23514 has been used
UPDATE tenant_invitations SET accepted_at = NULL WHERE email = 'open@example.com';
-- expect: error 23514 has expired
UPDATE tenant_invitations SET accepted_at = now() - interval '2 hours' WHERE email = 'late@example.com';

-- case: an address has one open invitation per tenant
-- guard: DROP INDEX tenant_invitations_one_open
-- expect: error 23505
INSERT INTO tenant_invitations (tenant_id, email, invited_by, invitation_token, expires_at)
VALUES ('a0000000-0000-4000-8000-000000000000', 'open@example.com', 'a0000000-0000-4000-8000-000000000001',
  repeat('8', 64), now() + interval '1 hour');

-- case: once an invitation is accepted, the address can be invited again
-- guard: DROP INDEX tenant_invitations_one_open;
--   CREATE UNIQUE INDEX tenant_invitations_one_open ON tenant_invitations (tenant_id, email)
UPDATE tenant_invitations SET accepted_at = clock_timestamp() WHERE email = 'open@example.com';
-- expect: 1
INSERT INTO tenant_invitations (tenant_id, email, invited_by, invitation_token, expires_at)
VALUES ('a0000000-0000-4000-8000-000000000000', 'open@example.com', 'a0000000-0000-4000-8000-000000000001',
  repeat('8', 64), now() + interval '1 hour');

-- case: a revoked session stays revoked
-- guard: DROP TRIGGER user_sessions_revoked_is_final ON user_sessions
-- expect: error 23514 stays revoked
UPDATE user_sessions SET status = 'active' WHERE session_token = repeat('3', 64);
-- expect: error 23514 stays revoked
UPDATE user_sessions SET status = 'expired' WHERE session_token = repeat('3', 64);
-- expect: 1
UPDATE user_sessions SET last_activity_at = now() WHERE session_token = repeat('3', 64);

-- case: sessions past their end expire, the others stay as they are
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('expire_sessions'::regproc),
--   'AND s.expires_at <= now()', ''); END $do$
-- guard: ALTER FUNCTION expire_sessions() OWNER TO adx_owner;
--   GRANT EXECUTE ON FUNCTION expire_sessions() TO adx_admin
SET LOCAL ROLE adx_admin;
-- expect: 1
SELECT expire_sessions();
-- expect: rows
--   active
--   expired
--   revoked
SELECT status FROM user_sessions ORDER BY session_token;
-- expect: 0
SELECT expire_sessions();

-- case: unused tokens past their end are removed, used ones stay as the record of their use
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('expire_tokens'::regproc),
--   'p.used_at IS NULL AND', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('expire_tokens'::regproc),
--   'AND e.expires_at <= now()', ''); END $do$
INSERT INTO password_reset_tokens (tenant_id, user_id, token, expires_at, used_at)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('3', 64),
  now() - interval '1 hour', now() - interval '2 hours');
SET LOCAL ROLE adx_admin;
-- expect: 3
SELECT expire_tokens();
-- expect: 2 | 1 | 1
SELECT (SELECT count(*) FROM password_reset_tokens), (SELECT count(*) FROM email_verification_tokens),
  (SELECT count(*) FROM tenant_invitations);

-- case: shares past their end are switched off, not removed
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('expire_tokens'::regproc),
--   'AND s.expires_at <= now()', ''); END $do$
INSERT INTO files (id, tenant_id, user_id, filename, original_filename, mime_type, file_size, storage_path)
VALUES ('a0000000-0000-4000-8000-0000000000f1', 'a0000000-0000-4000-8000-000000000000',
  'a0000000-0000-4000-8000-000000000001', 'q1.txt', 'q1.txt', 'text/plain', 1, '/q1');
INSERT INTO file_shares (tenant_id, file_id, share_token, share_type, expires_at, created_by) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-0000000000f1', repeat('1', 64),
    'time_limited', now() + interval '1 hour', 'a0000000-0000-4000-8000-000000000001'),
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-0000000000f1', repeat('2', 64),
    'time_limited', now() - interval '1 hour', 'a0000000-0000-4000-8000-000000000001');
SELECT expire_tokens();
-- expect: rows
--   t
--   f
SELECT is_active FROM file_shares ORDER BY share_token;
