-- Purpose: keys and credentials that tenants bring along, encrypted before they come here.
-- Date: 2026-11-21
-- Tables: provider_keys, connector_installations, secret_rotation_log, key_validation_results
-- Decisions: only envelopes (enc:…) are stored, each with the key that wraps it; one active key per provider
-- and workspace. The rotation log becomes append-only in 006; rotation is in 102.

CREATE TABLE IF NOT EXISTS provider_keys (
  provider_key_id      uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id            uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  workspace_id         uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  -- An open list: openai, azure_openai, anthropic, cohere and whoever comes next.
  provider_type        text NOT NULL,
  name                 text NOT NULL,
  encrypted_key        text NOT NULL
    CONSTRAINT provider_keys_encrypted_key_check CHECK (starts_with(encrypted_key, 'enc:')),
  kms_key_id           text NOT NULL,
  is_active            boolean NOT NULL DEFAULT true,
  last_used_at         timestamptz,
  validation_status    text DEFAULT 'pending' CONSTRAINT provider_keys_validation_status_check
    CHECK (validation_status IN ('pending', 'valid', 'invalid')),
  validation_error     text,
  validation_timestamp timestamptz,
  created_by           uuid REFERENCES principals ON DELETE SET NULL,
  created_at           timestamptz NOT NULL DEFAULT now(),
  updated_at           timestamptz NOT NULL DEFAULT now(),
  rotated_at           timestamptz,
  CONSTRAINT provider_keys_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS provider_keys_tenant_idx ON provider_keys (tenant_id);
CREATE INDEX IF NOT EXISTS provider_keys_workspace_idx ON provider_keys (workspace_id);
CREATE INDEX IF NOT EXISTS provider_keys_provider_type_idx ON provider_keys (provider_type);
CREATE INDEX IF NOT EXISTS provider_keys_is_active_idx ON provider_keys (is_active);
CREATE UNIQUE INDEX IF NOT EXISTS provider_keys_workspace_active_provider_key
  ON provider_keys (workspace_id, provider_type) WHERE is_active;

CREATE TABLE IF NOT EXISTS connector_installations (
  connector_installation_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id                 uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  workspace_id              uuid NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  connector_type            text NOT NULL,
  connector_version         text NOT NULL,
  display_name              text,
  encrypted_config          text NOT NULL
    CONSTRAINT connector_installations_encrypted_config_check CHECK (starts_with(encrypted_config, 'enc:')),
  kms_key_id                text NOT NULL,
  is_enabled                boolean NOT NULL DEFAULT true,
  validation_status         text DEFAULT 'pending' CONSTRAINT connector_installations_validation_status_check
    CHECK (validation_status IN ('pending', 'valid', 'invalid')),
  validation_error          text,
  validation_timestamp      timestamptz,
  installed_by              uuid REFERENCES principals ON DELETE SET NULL,
  created_at                timestamptz NOT NULL DEFAULT now(),
  updated_at                timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT connector_installations_tenant_workspace_fkey FOREIGN KEY (tenant_id, workspace_id)
    REFERENCES workspaces (tenant_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS connector_installations_tenant_idx ON connector_installations (tenant_id);
CREATE INDEX IF NOT EXISTS connector_installations_workspace_idx ON connector_installations (workspace_id);
CREATE INDEX IF NOT EXISTS connector_installations_connector_type_idx
  ON connector_installations (connector_type);
CREATE INDEX IF NOT EXISTS connector_installations_is_enabled_idx ON connector_installations (is_enabled);

-- secret_id has no foreign key: it names a row of one of three tables, and the log outlives the secret.
CREATE TABLE IF NOT EXISTS secret_rotation_log (
  rotation_id     uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id       uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  secret_type     text NOT NULL CONSTRAINT secret_rotation_log_secret_type_check
    CHECK (secret_type IN ('provider_key', 'connector_credential', 'api_key')),
  secret_id       uuid NOT NULL,
  old_kms_key_id  text,
  new_kms_key_id  text,
  rotated_by      uuid REFERENCES principals ON DELETE SET NULL,
  rotation_reason text,
  created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS secret_rotation_log_tenant_idx ON secret_rotation_log (tenant_id);
CREATE INDEX IF NOT EXISTS secret_rotation_log_secret_idx ON secret_rotation_log (secret_id);

CREATE TABLE IF NOT EXISTS key_validation_results (
  validation_result_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id            uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  provider_key_id      uuid NOT NULL REFERENCES provider_keys ON DELETE CASCADE,
  validation_test      text NOT NULL CONSTRAINT key_validation_results_validation_test_check
    CHECK (validation_test IN ('syntax', 'call_test', 'quota_check')),
  result               text NOT NULL
    CONSTRAINT key_validation_results_result_check CHECK (result IN ('pass', 'fail', 'error')),
  result_details       jsonb,
  validated_at         timestamptz NOT NULL DEFAULT now(),
  -- Until then the result counts and the key is not tried again.
  valid_until          timestamptz
);
CREATE INDEX IF NOT EXISTS key_validation_results_provider_key_idx
  ON key_validation_results (provider_key_id);
CREATE INDEX IF NOT EXISTS key_validation_results_tenant_idx ON key_validation_results (tenant_id);

CREATE OR REPLACE TRIGGER connector_installations_update_timestamp BEFORE UPDATE ON connector_installations
  FOR EACH ROW EXECUTE FUNCTION update_timestamp();

CREATE OR REPLACE TRIGGER provider_keys_same_tenant BEFORE INSERT OR UPDATE ON provider_keys
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant('created_by:principals:principal_id');
CREATE OR REPLACE TRIGGER connector_installations_same_tenant
  BEFORE INSERT OR UPDATE ON connector_installations
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant('installed_by:principals:principal_id');
CREATE OR REPLACE TRIGGER secret_rotation_log_same_tenant BEFORE INSERT ON secret_rotation_log
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant('rotated_by:principals:principal_id');
CREATE OR REPLACE TRIGGER key_validation_results_same_tenant BEFORE INSERT OR UPDATE ON key_validation_results
  FOR EACH ROW EXECUTE FUNCTION guard_same_tenant('provider_key_id:provider_keys:provider_key_id');
