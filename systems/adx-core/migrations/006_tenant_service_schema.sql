-- Tenants as customers: billing, usage, features, invitations, domains, branding, webhooks, backups, rules.

-- Billing data, one row per tenant.
CREATE TABLE IF NOT EXISTS tenant_billing (
  id                   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id            uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  billing_email        varchar(255) NOT NULL,
  company_name         varchar(255),
  tax_id               varchar(100),
  billing_address      jsonb DEFAULT '{}',
  payment_method_id    varchar(255),
  subscription_id      varchar(255),
  current_period_start timestamptz,
  current_period_end   timestamptz,
  trial_end            timestamptz,
  is_trial             boolean NOT NULL DEFAULT true,
  created_at           timestamptz NOT NULL DEFAULT now(),
  updated_at           timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id),
  CHECK (current_period_end > current_period_start)
);
CREATE INDEX IF NOT EXISTS idx_tenant_billing_tenant_id ON tenant_billing (tenant_id);
CREATE INDEX IF NOT EXISTS idx_tenant_billing_subscription_id ON tenant_billing (subscription_id);
CREATE INDEX IF NOT EXISTS idx_tenant_billing_trial ON tenant_billing (is_trial);
CREATE INDEX IF NOT EXISTS idx_tenant_billing_period_end ON tenant_billing (current_period_end);
CREATE OR REPLACE TRIGGER update_tenant_billing_updated_at
  BEFORE UPDATE ON tenant_billing
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
ALTER TABLE tenant_billing OWNER TO adx_owner;
ALTER TABLE tenant_billing ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_tenant_billing ON tenant_billing;
CREATE POLICY tenant_isolation_tenant_billing ON tenant_billing
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_tenant_billing ON tenant_billing;
CREATE POLICY all_tenants_tenant_billing ON tenant_billing
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_billing TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON tenant_billing TO adx_readonly;

-- What a tenant consumed in a period.
CREATE TABLE IF NOT EXISTS tenant_usage (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  usage_type   varchar(50) NOT NULL CHECK (usage_type IN ('api_calls', 'storage_gb', 'users', 'workflows')),
  usage_value  bigint NOT NULL DEFAULT 0 CHECK (usage_value >= 0),
  quota_limit  bigint,
  period_start timestamptz NOT NULL,
  period_end   timestamptz NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, usage_type, period_start),
  CHECK (period_end > period_start)
);
CREATE INDEX IF NOT EXISTS idx_tenant_usage_tenant_id ON tenant_usage (tenant_id);
CREATE INDEX IF NOT EXISTS idx_tenant_usage_type ON tenant_usage (usage_type);
CREATE INDEX IF NOT EXISTS idx_tenant_usage_period ON tenant_usage (period_start, period_end);
CREATE OR REPLACE TRIGGER update_tenant_usage_updated_at
  BEFORE UPDATE ON tenant_usage
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
ALTER TABLE tenant_usage OWNER TO adx_owner;
ALTER TABLE tenant_usage ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_tenant_usage ON tenant_usage;
CREATE POLICY tenant_isolation_tenant_usage ON tenant_usage
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_tenant_usage ON tenant_usage;
CREATE POLICY all_tenants_tenant_usage ON tenant_usage TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_usage TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON tenant_usage TO adx_readonly;

-- Feature flags of a tenant.
CREATE TABLE IF NOT EXISTS tenant_features (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id     uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  feature_name  varchar(100) NOT NULL,
  is_enabled    boolean NOT NULL DEFAULT false,
  configuration jsonb DEFAULT '{}',
  enabled_by    uuid REFERENCES users (id) ON DELETE SET NULL,
  enabled_at    timestamptz,
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, feature_name)
);
CREATE INDEX IF NOT EXISTS idx_tenant_features_tenant_id ON tenant_features (tenant_id);
CREATE INDEX IF NOT EXISTS idx_tenant_features_name ON tenant_features (feature_name);
CREATE INDEX IF NOT EXISTS idx_tenant_features_enabled ON tenant_features (is_enabled);
CREATE OR REPLACE TRIGGER update_tenant_features_updated_at
  BEFORE UPDATE ON tenant_features
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER tenant_features_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, enabled_by ON tenant_features
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('enabled_by');
ALTER TABLE tenant_features OWNER TO adx_owner;
ALTER TABLE tenant_features ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_tenant_features ON tenant_features;
CREATE POLICY tenant_isolation_tenant_features ON tenant_features
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_tenant_features ON tenant_features;
CREATE POLICY all_tenants_tenant_features ON tenant_features
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_features TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON tenant_features TO adx_readonly;

-- Invitations by email. The first design allowed one per address for ever; here one open invitation per
-- address, so that somebody who left can be invited again.
CREATE TABLE IF NOT EXISTS tenant_invitations (
  id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  email            varchar(255) NOT NULL,
  invited_by       uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  invitation_token varchar(255) NOT NULL UNIQUE CHECK (invitation_token ~ '^[0-9a-f]{64}$'),
  roles            text[] DEFAULT '{user}',
  permissions      text[] DEFAULT '{}',
  expires_at       timestamptz NOT NULL,
  accepted_at      timestamptz,
  accepted_by      uuid REFERENCES users (id) ON DELETE SET NULL,
  created_at       timestamptz NOT NULL DEFAULT now(),
  CHECK (accepted_at <= expires_at)
);
CREATE INDEX IF NOT EXISTS idx_tenant_invitations_tenant_id ON tenant_invitations (tenant_id);
CREATE INDEX IF NOT EXISTS idx_tenant_invitations_email ON tenant_invitations (email);
CREATE INDEX IF NOT EXISTS idx_tenant_invitations_token ON tenant_invitations (invitation_token);
CREATE INDEX IF NOT EXISTS idx_tenant_invitations_expires_at ON tenant_invitations (expires_at);
CREATE UNIQUE INDEX IF NOT EXISTS tenant_invitations_one_open ON tenant_invitations (tenant_id, email)
  WHERE accepted_at IS NULL;
CREATE OR REPLACE TRIGGER tenant_invitations_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, invited_by, accepted_by ON tenant_invitations
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('invited_by', 'accepted_by');
CREATE OR REPLACE TRIGGER tenant_invitations_once
  BEFORE UPDATE ON tenant_invitations
  FOR EACH ROW EXECUTE FUNCTION guard_one_time_token('invitation_token', 'accepted_at');
ALTER TABLE tenant_invitations OWNER TO adx_owner;
ALTER TABLE tenant_invitations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_tenant_invitations ON tenant_invitations;
CREATE POLICY tenant_isolation_tenant_invitations ON tenant_invitations
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_tenant_invitations ON tenant_invitations;
CREATE POLICY all_tenants_tenant_invitations ON tenant_invitations
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_invitations TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON tenant_invitations TO adx_readonly;

-- Own domains of a tenant. verification_token is published in DNS: it is no secret.
CREATE TABLE IF NOT EXISTS tenant_domains (
  id                 uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id          uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  domain             varchar(255) NOT NULL UNIQUE,
  is_verified        boolean NOT NULL DEFAULT false,
  verification_token varchar(255) NOT NULL,
  ssl_certificate_id varchar(255),
  dns_records        jsonb DEFAULT '{}',
  verified_at        timestamptz,
  created_at         timestamptz NOT NULL DEFAULT now(),
  updated_at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_tenant_domains_tenant_id ON tenant_domains (tenant_id);
CREATE INDEX IF NOT EXISTS idx_tenant_domains_domain ON tenant_domains (domain);
CREATE INDEX IF NOT EXISTS idx_tenant_domains_verified ON tenant_domains (is_verified);
CREATE OR REPLACE TRIGGER update_tenant_domains_updated_at
  BEFORE UPDATE ON tenant_domains
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
ALTER TABLE tenant_domains OWNER TO adx_owner;
ALTER TABLE tenant_domains ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_tenant_domains ON tenant_domains;
CREATE POLICY tenant_isolation_tenant_domains ON tenant_domains
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_tenant_domains ON tenant_domains;
CREATE POLICY all_tenants_tenant_domains ON tenant_domains
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_domains TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON tenant_domains TO adx_readonly;

-- The look of a tenant.
CREATE TABLE IF NOT EXISTS tenant_branding (
  id                   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id            uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  logo_url             text,
  favicon_url          text,
  primary_color        varchar(7) CHECK (primary_color ~ '^#[0-9A-Fa-f]{6}$'),
  secondary_color      varchar(7) CHECK (secondary_color ~ '^#[0-9A-Fa-f]{6}$'),
  custom_css           text,
  email_templates      jsonb DEFAULT '{}',
  terms_of_service_url text,
  privacy_policy_url   text,
  support_email        varchar(255),
  support_url          text,
  created_at           timestamptz NOT NULL DEFAULT now(),
  updated_at           timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id)
);
CREATE INDEX IF NOT EXISTS idx_tenant_branding_tenant_id ON tenant_branding (tenant_id);
CREATE OR REPLACE TRIGGER update_tenant_branding_updated_at
  BEFORE UPDATE ON tenant_branding
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
ALTER TABLE tenant_branding OWNER TO adx_owner;
ALTER TABLE tenant_branding ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_tenant_branding ON tenant_branding;
CREATE POLICY tenant_isolation_tenant_branding ON tenant_branding
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_tenant_branding ON tenant_branding;
CREATE POLICY all_tenants_tenant_branding ON tenant_branding
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_branding TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON tenant_branding TO adx_readonly;

-- Endpoints called on events. secret_key signs the calls and is ciphertext.
CREATE TABLE IF NOT EXISTS tenant_webhooks (
  id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id         uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  webhook_name      varchar(100) NOT NULL,
  endpoint_url      text NOT NULL,
  secret_key        varchar(255) NOT NULL CHECK (secret_key ~ '^enc:v[0-9]+:.+'),
  events            text[] NOT NULL,
  is_active         boolean NOT NULL DEFAULT true,
  retry_count       integer NOT NULL DEFAULT 3,
  timeout_seconds   integer NOT NULL DEFAULT 30,
  last_triggered_at timestamptz,
  created_by        uuid NOT NULL REFERENCES users (id),
  created_at        timestamptz NOT NULL DEFAULT now(),
  updated_at        timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, webhook_name)
);
CREATE INDEX IF NOT EXISTS idx_tenant_webhooks_tenant_id ON tenant_webhooks (tenant_id);
CREATE INDEX IF NOT EXISTS idx_tenant_webhooks_active ON tenant_webhooks (is_active);
CREATE INDEX IF NOT EXISTS idx_tenant_webhooks_events ON tenant_webhooks USING gin (events);
CREATE OR REPLACE TRIGGER update_tenant_webhooks_updated_at
  BEFORE UPDATE ON tenant_webhooks
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER tenant_webhooks_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, created_by ON tenant_webhooks
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('created_by');
ALTER TABLE tenant_webhooks OWNER TO adx_owner;
ALTER TABLE tenant_webhooks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_tenant_webhooks ON tenant_webhooks;
CREATE POLICY tenant_isolation_tenant_webhooks ON tenant_webhooks
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_tenant_webhooks ON tenant_webhooks;
CREATE POLICY all_tenants_tenant_webhooks ON tenant_webhooks
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_webhooks TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON tenant_webhooks TO adx_readonly;

-- Backups of one tenant.
CREATE TABLE IF NOT EXISTS tenant_backups (
  id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id         uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  backup_name       varchar(100) NOT NULL,
  backup_type       varchar(20) NOT NULL CHECK (backup_type IN ('full', 'incremental', 'schema_only')),
  storage_location  text NOT NULL,
  backup_size_bytes bigint,
  encryption_key_id varchar(255),
  status            varchar(20) NOT NULL DEFAULT 'pending'
    CHECK (status IN ('pending', 'in_progress', 'completed', 'failed')),
  started_at        timestamptz,
  completed_at      timestamptz,
  error_message     text,
  retention_days    integer NOT NULL DEFAULT 30,
  created_by        uuid REFERENCES users (id) ON DELETE SET NULL,
  created_at        timestamptz NOT NULL DEFAULT now(),
  updated_at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_tenant_backups_tenant_id ON tenant_backups (tenant_id);
CREATE INDEX IF NOT EXISTS idx_tenant_backups_status ON tenant_backups (status);
CREATE INDEX IF NOT EXISTS idx_tenant_backups_created_at ON tenant_backups (created_at);
CREATE OR REPLACE TRIGGER update_tenant_backups_updated_at
  BEFORE UPDATE ON tenant_backups
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER tenant_backups_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, created_by ON tenant_backups
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('created_by');
ALTER TABLE tenant_backups OWNER TO adx_owner;
ALTER TABLE tenant_backups ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_tenant_backups ON tenant_backups;
CREATE POLICY tenant_isolation_tenant_backups ON tenant_backups
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_tenant_backups ON tenant_backups;
CREATE POLICY all_tenants_tenant_backups ON tenant_backups
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_backups TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON tenant_backups TO adx_readonly;

-- Rules a tenant is under. The longest audit retention of its enabled rules counts, else 2555 days.
CREATE TABLE IF NOT EXISTS tenant_compliance (
  id                       uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id                uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  compliance_type          varchar(50) NOT NULL
    CHECK (compliance_type IN ('gdpr', 'hipaa', 'sox', 'pci_dss')),
  is_enabled               boolean NOT NULL DEFAULT false,
  configuration            jsonb DEFAULT '{}',
  data_retention_days      integer CHECK (data_retention_days > 0),
  audit_log_retention_days integer DEFAULT 2555 CHECK (audit_log_retention_days > 0),
  encryption_at_rest       boolean NOT NULL DEFAULT true,
  encryption_in_transit    boolean NOT NULL DEFAULT true,
  enabled_by               uuid REFERENCES users (id) ON DELETE SET NULL,
  enabled_at               timestamptz,
  created_at               timestamptz NOT NULL DEFAULT now(),
  updated_at               timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, compliance_type)
);
CREATE INDEX IF NOT EXISTS idx_tenant_compliance_tenant_id ON tenant_compliance (tenant_id);
CREATE INDEX IF NOT EXISTS idx_tenant_compliance_type ON tenant_compliance (compliance_type);
CREATE INDEX IF NOT EXISTS idx_tenant_compliance_enabled ON tenant_compliance (is_enabled);
CREATE OR REPLACE TRIGGER update_tenant_compliance_updated_at
  BEFORE UPDATE ON tenant_compliance
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER tenant_compliance_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, enabled_by ON tenant_compliance
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('enabled_by');
ALTER TABLE tenant_compliance OWNER TO adx_owner;
ALTER TABLE tenant_compliance ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_tenant_compliance ON tenant_compliance;
CREATE POLICY tenant_isolation_tenant_compliance ON tenant_compliance
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_tenant_compliance ON tenant_compliance;
CREATE POLICY all_tenants_tenant_compliance ON tenant_compliance
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_compliance TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON tenant_compliance TO adx_readonly;

-- Finds a live tenant by slug or by a verified domain, before a context exists. Runs as adx_definer; what it
-- tells is what the address bar of a browser tells.
CREATE OR REPLACE FUNCTION resolve_tenant(address text)
RETURNS TABLE (
  tenant_id uuid,
  slug varchar,
  isolation_level public.tenant_isolation_level,
  schema_name varchar
)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT t.id, t.slug, t.isolation_level,
    (SELECT s.schema_name FROM public.tenant_schemas s WHERE s.tenant_id = t.id ORDER BY s.created_at LIMIT 1)
  FROM public.tenants t
  WHERE t.is_active
    AND (
      t.slug = lower(address)
      OR t.id = (
        SELECT d.tenant_id FROM public.tenant_domains d WHERE d.domain = lower(address) AND d.is_verified
      )
    )
  ORDER BY t.slug = lower(address) DESC
  LIMIT 1
$$;
ALTER FUNCTION resolve_tenant(text) OWNER TO adx_definer;
REVOKE ALL ON FUNCTION resolve_tenant(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION resolve_tenant(text) TO adx_app, adx_admin;

-- Removes reset, verification and invitation tokens that ran out unused, and switches shares off that ran
-- out; returns how many. Used tokens stay as the record of their use.
CREATE OR REPLACE FUNCTION expire_tokens() RETURNS bigint
LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  WITH resets AS (
    DELETE FROM public.password_reset_tokens p
    WHERE p.used_at IS NULL AND p.expires_at <= now()
    RETURNING p.id
  ), verifications AS (
    DELETE FROM public.email_verification_tokens e
    WHERE e.verified_at IS NULL AND e.expires_at <= now()
    RETURNING e.id
  ), invitations AS (
    DELETE FROM public.tenant_invitations i
    WHERE i.accepted_at IS NULL AND i.expires_at <= now()
    RETURNING i.id
  ), shares AS (
    UPDATE public.file_shares s SET is_active = false
    WHERE s.is_active AND s.expires_at <= now()
    RETURNING s.id
  )
  SELECT (SELECT count(*) FROM resets) + (SELECT count(*) FROM verifications)
    + (SELECT count(*) FROM invitations) + (SELECT count(*) FROM shares)
$$;
ALTER FUNCTION expire_tokens() OWNER TO adx_definer;
REVOKE ALL ON FUNCTION expire_tokens() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION expire_tokens() TO adx_admin, adx_owner;
