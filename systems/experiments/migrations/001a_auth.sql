-- Accounts: users, their sessions, invitations, password resets and the log of logins.
-- Guards (lower-case e-mail, lockout, append-only log) are in 001i.

-- In public, not in schema system: dropping that schema must not take the extension along.
CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;
DO $do$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_extension WHERE extname = 'pgcrypto' AND extnamespace = 'public'::regnamespace)
  THEN
    RAISE EXCEPTION 'the extension pgcrypto is installed in another schema than public, where 002e calls it'
      USING HINT = 'ALTER EXTENSION pgcrypto SET SCHEMA public;';
  END IF;
END
$do$;

CREATE SCHEMA IF NOT EXISTS auth;
REVOKE ALL ON SCHEMA auth FROM PUBLIC;

CREATE TABLE IF NOT EXISTS auth.users (
  id                    uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email                 varchar(255) NOT NULL UNIQUE,
  username              varchar(100) UNIQUE,
  password_hash         text NOT NULL,
  role                  varchar(20) NOT NULL DEFAULT 'user',
  is_active             boolean NOT NULL DEFAULT true,
  email_verified_at     timestamptz,
  totp_secret_enc       bytea,
  totp_enabled          boolean NOT NULL DEFAULT false,
  failed_login_attempts integer NOT NULL DEFAULT 0,
  locked_until          timestamptz,
  last_login_at         timestamptz,
  created_at            timestamptz NOT NULL DEFAULT now(),
  updated_at            timestamptz NOT NULL DEFAULT now(),
  -- Stored in lower case, so that the plain unique key compares addresses without regard to case.
  CONSTRAINT users_email_check
    CHECK (email = lower(email) AND email ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$'),
  CONSTRAINT users_password_hash_check CHECK (starts_with(password_hash, '$argon2id$')),
  CONSTRAINT users_role_check CHECK (role IN ('user', 'reviewer', 'admin', 'service'))
);

CREATE TABLE IF NOT EXISTS auth.sessions (
  id                 uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id            uuid NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
  refresh_token_hash text NOT NULL UNIQUE,
  device_info        jsonb DEFAULT '{}',
  ip_address         inet,
  user_agent         text,
  issued_at          timestamptz NOT NULL DEFAULT now(),
  last_used_at       timestamptz,
  expires_at         timestamptz NOT NULL,
  revoked_at         timestamptz
);
CREATE INDEX IF NOT EXISTS idx_auth_sessions_user_id ON auth.sessions (user_id);
CREATE INDEX IF NOT EXISTS idx_auth_sessions_expires_at ON auth.sessions (expires_at);

CREATE TABLE IF NOT EXISTS auth.invitations (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code_hash  text NOT NULL UNIQUE,
  email      varchar(255),
  role       varchar(20) NOT NULL DEFAULT 'user',
  created_by uuid REFERENCES auth.users (id) ON DELETE SET NULL,
  max_uses   integer NOT NULL DEFAULT 1,
  used_count integer NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT invitations_used_count_check CHECK (used_count <= max_uses)
);
CREATE INDEX IF NOT EXISTS idx_auth_invitations_created_by ON auth.invitations (created_by);
CREATE INDEX IF NOT EXISTS idx_auth_invitations_email ON auth.invitations (email);

CREATE TABLE IF NOT EXISTS auth.audit_logs (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id    uuid REFERENCES auth.users (id) ON DELETE SET NULL,
  event_type varchar(50) NOT NULL,
  success    boolean NOT NULL,
  ip_address inet,
  user_agent text,
  details    jsonb DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_auth_audit_logs_user_created ON auth.audit_logs (user_id, created_at DESC);
CREATE INDEX IF NOT EXISTS idx_auth_audit_logs_event_created ON auth.audit_logs (event_type, created_at DESC);

CREATE TABLE IF NOT EXISTS auth.password_resets (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id    uuid NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
  token_hash text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_auth_password_resets_user_id ON auth.password_resets (user_id);

-- Who is acting: null when the setting is missing, empty or no UUID, so that a bad context shows nothing
-- instead of failing. The body is bound when it is created, so no search_path can redirect it.
CREATE OR REPLACE FUNCTION auth.current_user_id() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN current_setting('app.current_user_id', true)
       ~ '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$'
  THEN current_setting('app.current_user_id', true)::uuid
END;
REVOKE ALL ON FUNCTION auth.current_user_id() FROM PUBLIC;
