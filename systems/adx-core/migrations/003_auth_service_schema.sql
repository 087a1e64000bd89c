-- Authentication: one-time tokens, second factors, single sign-on, API keys and rate limits.

-- Guards --------------------------------------------------------------------------------------------

-- A token is used once and in time. Its end may move only together with a new token: otherwise the deadline
-- could be pushed back just before use. Arguments: the columns of the token and of its use.
CREATE OR REPLACE FUNCTION guard_one_time_token() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  old_row constant jsonb := to_jsonb(OLD);
  new_row constant jsonb := to_jsonb(NEW);
  token_column constant text := TG_ARGV[0];
  used_column constant text := TG_ARGV[1];
  used_before constant timestamptz := (old_row ->> used_column)::timestamptz;
  used_now constant timestamptz := (new_row ->> used_column)::timestamptz;
  same_token constant boolean := old_row ->> token_column = new_row ->> token_column;
BEGIN
  IF used_before IS NOT NULL AND (used_now IS DISTINCT FROM used_before OR NOT same_token) THEN
    RAISE check_violation USING
      MESSAGE = format('%s: this token has been used', TG_TABLE_NAME), HINT = 'Issue a new token.';
  END IF;
  IF same_token AND NEW.expires_at > OLD.expires_at THEN
    RAISE check_violation USING
      MESSAGE = format('%s: a token cannot be extended', TG_TABLE_NAME), HINT = 'Issue a new token.';
  END IF;
  IF used_before IS NULL AND used_now IS NOT NULL
    AND greatest(used_now, clock_timestamp()) > least(OLD.expires_at, NEW.expires_at)
  THEN
    RAISE check_violation USING
      MESSAGE = format('%s: this token has expired', TG_TABLE_NAME), HINT = 'Issue a new token.';
  END IF;
  RETURN NEW;
END
$$;
ALTER FUNCTION guard_one_time_token() OWNER TO adx_owner;
REVOKE ALL ON FUNCTION guard_one_time_token() FROM PUBLIC;

-- Whether every secret inside a provider's settings is ciphertext in our envelope. Secrets are known by the
-- end of their key's name, at any depth: client_secret, secret_access_key, bind_password, api_key …
CREATE OR REPLACE FUNCTION configuration_is_sealed(configuration jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN NOT jsonb_path_exists(
  configuration,
  '$.** ? (@.type() == "object").keyvalue() ? (
    (
      @.key like_regex "(secret|password|passphrase|credentials|connection_?string)$" flag "i"
      || @.key like_regex "(private|secret|api|account|access)_?key$" flag "i"
      || @.key like_regex "(access|refresh|bearer|sas)_?token$" flag "i"
    )
    && @.value != null
    && !(@.value.type() == "string" && @.value like_regex "^enc:v[0-9]+:.")
  )'
);
ALTER FUNCTION configuration_is_sealed(jsonb) OWNER TO adx_owner;
REVOKE ALL ON FUNCTION configuration_is_sealed(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION configuration_is_sealed(jsonb) TO adx_app, adx_admin, adx_definer;

-- Tables --------------------------------------------------------------------------------------------

-- Digests of password reset tokens; each works once.
CREATE TABLE IF NOT EXISTS password_reset_tokens (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id  uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  token      varchar(255) NOT NULL UNIQUE CHECK (token ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK (used_at <= expires_at)
);
CREATE INDEX IF NOT EXISTS idx_password_reset_tokens_user_id ON password_reset_tokens (user_id);
CREATE INDEX IF NOT EXISTS idx_password_reset_tokens_token ON password_reset_tokens (token);
CREATE INDEX IF NOT EXISTS idx_password_reset_tokens_expires_at ON password_reset_tokens (expires_at);
CREATE INDEX IF NOT EXISTS idx_password_reset_tokens_tenant_id ON password_reset_tokens (tenant_id);
CREATE OR REPLACE TRIGGER password_reset_tokens_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON password_reset_tokens
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
CREATE OR REPLACE TRIGGER password_reset_tokens_once
  BEFORE UPDATE ON password_reset_tokens
  FOR EACH ROW EXECUTE FUNCTION guard_one_time_token('token', 'used_at');
ALTER TABLE password_reset_tokens OWNER TO adx_owner;
ALTER TABLE password_reset_tokens ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_password_reset_tokens ON password_reset_tokens;
CREATE POLICY tenant_isolation_password_reset_tokens ON password_reset_tokens
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_password_reset_tokens ON password_reset_tokens;
CREATE POLICY all_tenants_password_reset_tokens ON password_reset_tokens
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON password_reset_tokens TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON password_reset_tokens TO adx_readonly;

-- Digests of email verification tokens; each works once.
CREATE TABLE IF NOT EXISTS email_verification_tokens (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id     uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  token       varchar(255) NOT NULL UNIQUE CHECK (token ~ '^[0-9a-f]{64}$'),
  email       varchar(255) NOT NULL,
  expires_at  timestamptz NOT NULL,
  verified_at timestamptz,
  created_at  timestamptz NOT NULL DEFAULT now(),
  CHECK (verified_at <= expires_at)
);
CREATE INDEX IF NOT EXISTS idx_email_verification_tokens_user_id ON email_verification_tokens (user_id);
CREATE INDEX IF NOT EXISTS idx_email_verification_tokens_token ON email_verification_tokens (token);
CREATE INDEX IF NOT EXISTS idx_email_verification_tokens_email ON email_verification_tokens (email);
CREATE INDEX IF NOT EXISTS idx_email_verification_tokens_tenant_id ON email_verification_tokens (tenant_id);
CREATE OR REPLACE TRIGGER email_verification_tokens_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON email_verification_tokens
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
CREATE OR REPLACE TRIGGER email_verification_tokens_once
  BEFORE UPDATE ON email_verification_tokens
  FOR EACH ROW EXECUTE FUNCTION guard_one_time_token('token', 'verified_at');
ALTER TABLE email_verification_tokens OWNER TO adx_owner;
ALTER TABLE email_verification_tokens ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_email_verification_tokens ON email_verification_tokens;
CREATE POLICY tenant_isolation_email_verification_tokens ON email_verification_tokens
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_email_verification_tokens ON email_verification_tokens;
CREATE POLICY all_tenants_email_verification_tokens ON email_verification_tokens
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON email_verification_tokens TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON email_verification_tokens TO adx_readonly;

-- Second factors. secret_key is ciphertext in our envelope (enc:v1:…); the database has no key for it.
CREATE TABLE IF NOT EXISTS user_mfa (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  mfa_type     varchar(20) NOT NULL CHECK (mfa_type IN ('totp', 'sms', 'email', 'backup_codes')),
  secret_key   varchar(255) CHECK (secret_key ~ '^enc:v[0-9]+:.+'),
  phone_number varchar(20),
  backup_codes text[],
  is_enabled   boolean NOT NULL DEFAULT false,
  verified_at  timestamptz,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (user_id, mfa_type)
);
CREATE INDEX IF NOT EXISTS idx_user_mfa_user_id ON user_mfa (user_id);
CREATE INDEX IF NOT EXISTS idx_user_mfa_tenant_id ON user_mfa (tenant_id);
CREATE INDEX IF NOT EXISTS idx_user_mfa_type ON user_mfa (mfa_type);
CREATE INDEX IF NOT EXISTS idx_user_mfa_enabled ON user_mfa (is_enabled);
CREATE OR REPLACE TRIGGER update_user_mfa_updated_at
  BEFORE UPDATE ON user_mfa
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER user_mfa_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON user_mfa
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
ALTER TABLE user_mfa OWNER TO adx_owner;
ALTER TABLE user_mfa ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_user_mfa ON user_mfa;
CREATE POLICY tenant_isolation_user_mfa ON user_mfa
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_user_mfa ON user_mfa;
CREATE POLICY all_tenants_user_mfa ON user_mfa TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON user_mfa TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON user_mfa TO adx_readonly;

-- Identity providers of a tenant. Secrets inside configuration are ciphertext.
CREATE TABLE IF NOT EXISTS sso_providers (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id     uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  provider_name varchar(50) NOT NULL,
  provider_type varchar(20) NOT NULL CHECK (provider_type IN ('saml', 'oauth2', 'oidc', 'ldap')),
  configuration jsonb NOT NULL CHECK (configuration_is_sealed(configuration)),
  is_enabled    boolean NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, provider_name),
  UNIQUE (tenant_id, id)
);
CREATE INDEX IF NOT EXISTS idx_sso_providers_tenant_id ON sso_providers (tenant_id);
CREATE INDEX IF NOT EXISTS idx_sso_providers_type ON sso_providers (provider_type);
CREATE INDEX IF NOT EXISTS idx_sso_providers_enabled ON sso_providers (is_enabled);
CREATE OR REPLACE TRIGGER update_sso_providers_updated_at
  BEFORE UPDATE ON sso_providers
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
ALTER TABLE sso_providers OWNER TO adx_owner;
ALTER TABLE sso_providers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_sso_providers ON sso_providers;
CREATE POLICY tenant_isolation_sso_providers ON sso_providers
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_sso_providers ON sso_providers;
CREATE POLICY all_tenants_sso_providers ON sso_providers TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON sso_providers TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON sso_providers TO adx_readonly;

-- Which external identity is which user.
CREATE TABLE IF NOT EXISTS sso_user_mappings (
  id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id             uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id           uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  sso_provider_id     uuid NOT NULL,
  external_user_id    varchar(255) NOT NULL,
  external_email      varchar(255),
  external_attributes jsonb DEFAULT '{}',
  last_login_at       timestamptz,
  created_at          timestamptz NOT NULL DEFAULT now(),
  updated_at          timestamptz NOT NULL DEFAULT now(),
  UNIQUE (sso_provider_id, external_user_id),
  FOREIGN KEY (tenant_id, sso_provider_id) REFERENCES sso_providers (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_sso_user_mappings_user_id ON sso_user_mappings (user_id);
CREATE INDEX IF NOT EXISTS idx_sso_user_mappings_tenant_id ON sso_user_mappings (tenant_id);
CREATE INDEX IF NOT EXISTS idx_sso_user_mappings_provider_id ON sso_user_mappings (sso_provider_id);
CREATE INDEX IF NOT EXISTS idx_sso_user_mappings_external_user_id ON sso_user_mappings (external_user_id);
CREATE OR REPLACE TRIGGER update_sso_user_mappings_updated_at
  BEFORE UPDATE ON sso_user_mappings
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER sso_user_mappings_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON sso_user_mappings
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
ALTER TABLE sso_user_mappings OWNER TO adx_owner;
ALTER TABLE sso_user_mappings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_sso_user_mappings ON sso_user_mappings;
CREATE POLICY tenant_isolation_sso_user_mappings ON sso_user_mappings
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_sso_user_mappings ON sso_user_mappings;
CREATE POLICY all_tenants_sso_user_mappings ON sso_user_mappings
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON sso_user_mappings TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON sso_user_mappings TO adx_readonly;

-- Keys for programs: a digest to look them up by, a prefix to recognise them by.
CREATE TABLE IF NOT EXISTS api_keys (
  id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id           uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id             uuid REFERENCES users (id) ON DELETE CASCADE,
  key_name            varchar(100) NOT NULL,
  key_hash            varchar(255) NOT NULL UNIQUE,
  key_prefix          varchar(20) NOT NULL,
  permissions         text[] DEFAULT '{}',
  rate_limit_per_hour integer DEFAULT 1000,
  last_used_at        timestamptz,
  expires_at          timestamptz,
  is_active           boolean NOT NULL DEFAULT true,
  created_at          timestamptz NOT NULL DEFAULT now(),
  updated_at          timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, id)
);
CREATE INDEX IF NOT EXISTS idx_api_keys_tenant_id ON api_keys (tenant_id);
CREATE INDEX IF NOT EXISTS idx_api_keys_user_id ON api_keys (user_id);
CREATE INDEX IF NOT EXISTS idx_api_keys_hash ON api_keys (key_hash);
CREATE INDEX IF NOT EXISTS idx_api_keys_prefix ON api_keys (key_prefix);
CREATE INDEX IF NOT EXISTS idx_api_keys_active ON api_keys (is_active);
CREATE INDEX IF NOT EXISTS idx_api_keys_expires_at ON api_keys (expires_at);
CREATE OR REPLACE TRIGGER update_api_keys_updated_at
  BEFORE UPDATE ON api_keys
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER api_keys_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON api_keys
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
ALTER TABLE api_keys OWNER TO adx_owner;
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_api_keys ON api_keys;
CREATE POLICY tenant_isolation_api_keys ON api_keys
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_api_keys ON api_keys;
CREATE POLICY all_tenants_api_keys ON api_keys TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON api_keys TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON api_keys TO adx_readonly;

-- Every try to log in. The tenant is unknown until the address has been resolved.
CREATE TABLE IF NOT EXISTS login_attempts (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id      uuid REFERENCES tenants (id) ON DELETE SET NULL,
  email          varchar(255) NOT NULL,
  ip_address     inet NOT NULL,
  user_agent     text,
  success        boolean NOT NULL,
  failure_reason varchar(100),
  attempted_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_login_attempts_tenant_id ON login_attempts (tenant_id);
CREATE INDEX IF NOT EXISTS idx_login_attempts_email ON login_attempts (email);
CREATE INDEX IF NOT EXISTS idx_login_attempts_ip_address ON login_attempts (ip_address);
CREATE INDEX IF NOT EXISTS idx_login_attempts_attempted_at ON login_attempts (attempted_at);
CREATE INDEX IF NOT EXISTS idx_login_attempts_success ON login_attempts (success);
CREATE OR REPLACE TRIGGER login_attempts_append_only
  BEFORE UPDATE OR DELETE ON login_attempts
  FOR EACH ROW EXECUTE FUNCTION guard_append_only();
CREATE OR REPLACE TRIGGER login_attempts_no_truncate
  BEFORE TRUNCATE ON login_attempts
  FOR EACH STATEMENT EXECUTE FUNCTION guard_append_only();
ALTER TABLE login_attempts OWNER TO adx_owner;
ALTER TABLE login_attempts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_login_attempts ON login_attempts;
CREATE POLICY tenant_isolation_login_attempts ON login_attempts
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_login_attempts ON login_attempts;
CREATE POLICY all_tenants_login_attempts ON login_attempts
  TO adx_all_tenants USING (true) WITH CHECK (true);
-- Before the tenant is known the application may write, not read: INSERT without RETURNING.
DROP POLICY IF EXISTS unknown_tenant_login_attempts ON login_attempts;
CREATE POLICY unknown_tenant_login_attempts ON login_attempts FOR INSERT TO adx_app
  WITH CHECK (tenant_id IS NULL);
GRANT SELECT, INSERT ON login_attempts TO adx_app, adx_admin;
GRANT SELECT, INSERT, DELETE ON login_attempts TO adx_definer;
GRANT SELECT ON login_attempts TO adx_readonly;

-- Counters per window. A counter for a user or key needs a tenant, else the references go unchecked.
CREATE TABLE IF NOT EXISTS rate_limits (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id     uuid REFERENCES tenants (id) ON DELETE CASCADE,
  user_id       uuid REFERENCES users (id) ON DELETE CASCADE,
  api_key_id    uuid,
  resource_type varchar(50) NOT NULL CHECK (resource_type IN ('login', 'api_call', 'password_reset')),
  identifier    varchar(255) NOT NULL,
  request_count integer NOT NULL DEFAULT 1 CHECK (request_count >= 0),
  window_start  timestamptz NOT NULL,
  window_end    timestamptz NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (resource_type, identifier, window_start),
  FOREIGN KEY (tenant_id, api_key_id) REFERENCES api_keys (tenant_id, id) ON DELETE CASCADE,
  CHECK (window_end > window_start),
  CHECK (tenant_id IS NOT NULL OR (user_id IS NULL AND api_key_id IS NULL))
);
CREATE INDEX IF NOT EXISTS idx_rate_limits_tenant_id ON rate_limits (tenant_id);
CREATE INDEX IF NOT EXISTS idx_rate_limits_user_id ON rate_limits (user_id);
CREATE INDEX IF NOT EXISTS idx_rate_limits_api_key_id ON rate_limits (api_key_id);
CREATE INDEX IF NOT EXISTS idx_rate_limits_resource_identifier ON rate_limits (resource_type, identifier);
CREATE INDEX IF NOT EXISTS idx_rate_limits_window ON rate_limits (window_start, window_end);
CREATE OR REPLACE TRIGGER update_rate_limits_updated_at
  BEFORE UPDATE ON rate_limits
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER rate_limits_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON rate_limits
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
ALTER TABLE rate_limits OWNER TO adx_owner;
ALTER TABLE rate_limits ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_rate_limits ON rate_limits;
CREATE POLICY tenant_isolation_rate_limits ON rate_limits
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_rate_limits ON rate_limits;
CREATE POLICY all_tenants_rate_limits ON rate_limits TO adx_all_tenants USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS unknown_tenant_rate_limits ON rate_limits;
CREATE POLICY unknown_tenant_rate_limits ON rate_limits FOR INSERT TO adx_app
  WITH CHECK (tenant_id IS NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON rate_limits TO adx_readonly;

-- Lookups before a tenant is known ------------------------------------------------------------------
--
-- These run as adx_definer, because no context exists yet. They take the digest of a secret, compare it for
-- equality, return at most that one row, and only while it is alive; the caller then sets the context.

CREATE OR REPLACE FUNCTION resolve_session(token_hash text)
RETURNS TABLE (
  session_id uuid,
  tenant_id uuid,
  user_id uuid,
  user_status public.user_status,
  roles text[],
  permissions text[],
  expires_at timestamptz
)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT s.id, s.tenant_id, s.user_id, u.status,
    CASE WHEN m.id IS NULL THEN u.roles ELSE m.roles END,
    CASE WHEN m.id IS NULL THEN u.permissions ELSE m.permissions END,
    s.expires_at
  FROM public.user_sessions s
  JOIN public.users u ON u.id = s.user_id
  JOIN public.tenants t ON t.id = s.tenant_id
  LEFT JOIN public.tenant_memberships m
    ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id AND m.is_active
  WHERE s.session_token = token_hash
    AND s.status = 'active'
    AND s.expires_at > now()
    AND t.is_active
    AND u.status NOT IN ('inactive', 'suspended')
    AND (u.tenant_id = s.tenant_id OR m.id IS NOT NULL)
$$;
ALTER FUNCTION resolve_session(text) OWNER TO adx_definer;
REVOKE ALL ON FUNCTION resolve_session(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION resolve_session(text) TO adx_app, adx_admin;

CREATE OR REPLACE FUNCTION resolve_api_key(key_hash text)
RETURNS TABLE (
  api_key_id uuid,
  tenant_id uuid,
  user_id uuid,
  permissions text[],
  rate_limit_per_hour integer
)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT k.id, k.tenant_id, k.user_id, k.permissions, k.rate_limit_per_hour
  FROM public.api_keys k
  JOIN public.tenants t ON t.id = k.tenant_id
  LEFT JOIN public.users u ON u.id = k.user_id
  WHERE k.key_hash = resolve_api_key.key_hash
    AND k.is_active
    AND (k.expires_at IS NULL OR k.expires_at > now())
    AND t.is_active
    AND (k.user_id IS NULL OR u.status NOT IN ('inactive', 'suspended'))
$$;
ALTER FUNCTION resolve_api_key(text) OWNER TO adx_definer;
REVOKE ALL ON FUNCTION resolve_api_key(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION resolve_api_key(text) TO adx_app, adx_admin;

-- Housekeeping --------------------------------------------------------------------------------------

-- Marks active sessions past their end as expired; returns how many.
CREATE OR REPLACE FUNCTION expire_sessions() RETURNS bigint
LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  WITH expired AS (
    UPDATE public.user_sessions s SET status = 'expired'
    WHERE s.status = 'active' AND s.expires_at <= now()
    RETURNING s.id
  )
  SELECT count(*) FROM expired
$$;
ALTER FUNCTION expire_sessions() OWNER TO adx_definer;
REVOKE ALL ON FUNCTION expire_sessions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION expire_sessions() TO adx_admin, adx_owner;
