-- Secrets are never stored in clear: tokens as SHA-256 digests in hex, what must be read back as ciphertext.

INSERT INTO tenants (id, name, slug, admin_email) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'Alder Analytics', 'alder', 'ops@alder.example.com');
INSERT INTO users (id, tenant_id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash');
INSERT INTO files (id, tenant_id, user_id, filename, original_filename, mime_type, file_size, storage_path)
VALUES ('a0000000-0000-4000-8000-0000000000f1', 'a0000000-0000-4000-8000-000000000000',
  'a0000000-0000-4000-8000-000000000001', 'q1.txt', 'q1.txt', 'text/plain', 1, '/q1');

-- case: a session token is stored as a digest
-- guard: ALTER TABLE user_sessions DROP CONSTRAINT user_sessions_session_token_check
-- expect: error 23514
INSERT INTO user_sessions (tenant_id, user_id, session_token, refresh_token, expires_at)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'plain session token',
  repeat('b', 64), now() + interval '1 hour');
-- expect: 1
INSERT INTO user_sessions (tenant_id, user_id, session_token, refresh_token, expires_at)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001',
  encode(sha256('plain session token'), 'hex'), repeat('b', 64), now() + interval '1 hour');

-- case: a refresh token is stored as a digest
-- guard: ALTER TABLE user_sessions DROP CONSTRAINT user_sessions_refresh_token_check
-- expect: error 23514
INSERT INTO user_sessions (tenant_id, user_id, session_token, refresh_token, expires_at)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('a', 64),
  'plain refresh token', now() + interval '1 hour');

-- case: a password reset token is stored as a digest
-- guard: ALTER TABLE password_reset_tokens DROP CONSTRAINT password_reset_tokens_token_check
-- expect: error 23514
INSERT INTO password_reset_tokens (tenant_id, user_id, token, expires_at)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'plain token',
  now() + interval '1 hour');

-- case: an email verification token is stored as a digest
-- guard: ALTER TABLE email_verification_tokens DROP CONSTRAINT email_verification_tokens_token_check
-- expect: error 23514
INSERT INTO email_verification_tokens (tenant_id, user_id, token, email, expires_at)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'plain token',
  'ada@example.com', now() + interval '1 hour');

-- case: an invitation token is stored as a digest
-- guard: ALTER TABLE tenant_invitations DROP CONSTRAINT tenant_invitations_invitation_token_check
-- expect: error 23514
INSERT INTO tenant_invitations (tenant_id, email, invited_by, invitation_token, expires_at)
VALUES ('a0000000-0000-4000-8000-000000000000', 'new@example.com', 'a0000000-0000-4000-8000-000000000001',
  'plain token', now() + interval '1 hour');

-- case: a share token is stored as a digest, in the log of accesses too
-- guard: ALTER TABLE file_shares DROP CONSTRAINT file_shares_share_token_check
-- guard: ALTER TABLE file_access_logs DROP CONSTRAINT file_access_logs_share_token_check
-- expect: error 23514
INSERT INTO file_shares (tenant_id, file_id, share_token, share_type, created_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-0000000000f1', 'plain token',
  'public', 'a0000000-0000-4000-8000-000000000001');
-- expect: error 23514
INSERT INTO file_access_logs (tenant_id, file_id, access_type, share_token)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-0000000000f1', 'download',
  'plain token');

-- case: the secret of a second factor is ciphertext
-- guard: ALTER TABLE user_mfa DROP CONSTRAINT user_mfa_secret_key_check
-- expect: error 23514
INSERT INTO user_mfa (tenant_id, user_id, mfa_type, secret_key)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'totp', 'in clear');
-- expect: 1
INSERT INTO user_mfa (tenant_id, user_id, mfa_type, secret_key)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'totp',
  'enc:v1:QUJD');

-- case: the secret of a webhook is ciphertext
-- guard: ALTER TABLE tenant_webhooks DROP CONSTRAINT tenant_webhooks_secret_key_check
-- expect: error 23514
INSERT INTO tenant_webhooks (tenant_id, webhook_name, endpoint_url, secret_key, events, created_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'crm', 'https://crm.example.com', 'in clear', '{file.ready}',
  'a0000000-0000-4000-8000-000000000001');

-- case: secrets in the settings of an identity provider are ciphertext
-- guard: ALTER TABLE sso_providers DROP CONSTRAINT sso_providers_configuration_check
-- expect: error 23514
INSERT INTO sso_providers (tenant_id, provider_name, provider_type, configuration)
VALUES ('a0000000-0000-4000-8000-000000000000', 'login', 'oidc', '{"client_secret": "in clear"}');
-- expect: 1
INSERT INTO sso_providers (tenant_id, provider_name, provider_type, configuration)
VALUES ('a0000000-0000-4000-8000-000000000000', 'login', 'oidc',
  '{"client_id": "portal", "client_secret": "enc:v1:QUJD"}');

-- case: secrets in the settings of a storage provider are ciphertext, at any depth
-- guard: ALTER TABLE storage_providers DROP CONSTRAINT storage_providers_configuration_check
-- guard: CREATE OR REPLACE FUNCTION configuration_is_sealed(configuration jsonb) RETURNS boolean IMMUTABLE
--   LANGUAGE sql RETURN coalesce(configuration ->> 'secret_access_key', 'enc:v1:x') LIKE 'enc:v%'
-- expect: error 23514
INSERT INTO storage_providers (tenant_id, provider_name, provider_type, configuration)
VALUES ('a0000000-0000-4000-8000-000000000000', 'bucket', 's3', '{"secret_access_key": "in clear"}');
-- expect: error 23514
INSERT INTO storage_providers (tenant_id, provider_name, provider_type, configuration)
VALUES ('a0000000-0000-4000-8000-000000000000', 'bucket', 's3',
  '{"regions": [{"name": "north", "credentials": {"user": "u", "Password": "in clear"}}]}');

-- case: secrets in the settings of a model are ciphertext
-- guard: ALTER TABLE ai_workflow_configs DROP CONSTRAINT ai_workflow_configs_configuration_check
-- expect: error 23514
INSERT INTO ai_workflow_configs (tenant_id, workflow_type, ai_provider, model_name, configuration, created_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'summary', 'local', 'small', '{"api_key": "in clear"}',
  'a0000000-0000-4000-8000-000000000001');

-- case: changing a stored secret back to clear text is refused
-- guard: ALTER TABLE sso_providers DROP CONSTRAINT sso_providers_configuration_check
INSERT INTO sso_providers (tenant_id, provider_name, provider_type, configuration)
VALUES ('a0000000-0000-4000-8000-000000000000', 'login', 'oidc', '{"client_secret": "enc:v1:QUJD"}');
-- expect: error 23514
UPDATE sso_providers SET configuration = configuration || '{"client_secret": "in clear"}';
