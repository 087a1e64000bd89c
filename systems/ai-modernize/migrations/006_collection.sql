-- Purpose: collecting data from the platforms of a client.
-- Tables: collection_flows, platform_adapters, platform_credentials
-- View: v_all_flows
-- Decisions:
--   platform_adapters is a catalogue for all tenants; the application only reads it.
--   Credentials are stored as ciphertext; the key is kept elsewhere and only named here. The database cannot
--   decrypt, but it refuses what is too short to be authenticated ciphertext or is plain text.
--   A collection feeds discovery and is no phase of its own, so it does not move the master flow.

SET LOCAL search_path = migration, public;

CREATE TABLE IF NOT EXISTS collection_flows (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  flow_id uuid NOT NULL UNIQUE,
  master_flow_id uuid,
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  user_id varchar(255) NOT NULL,
  flow_name varchar(255),
  status varchar(50) NOT NULL DEFAULT 'initialized'
    CHECK (status IN ('initialized', 'active', 'running', 'paused', 'completed', 'failed', 'cancelled')),
  progress_percentage double precision NOT NULL DEFAULT 0 CHECK (progress_percentage BETWEEN 0 AND 100),
  current_phase varchar(100),
  phases_completed jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(phases_completed) = 'array'),
  crew_ai_state jsonb NOT NULL DEFAULT '{}',
  error_message text,
  error_phase varchar(100),
  error_details jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  completed_at timestamptz,
  discovery_flow_id uuid,
  automation_tier varchar(20) CHECK (automation_tier IN ('tier_1', 'tier_2', 'tier_3', 'tier_4')),
  collection_methods jsonb DEFAULT '[]',
  target_systems jsonb DEFAULT '[]',
  data_quality_score double precision,
  completeness_percentage double precision,
  validation_errors_count integer DEFAULT 0,
  total_items_collected integer DEFAULT 0,
  items_processed integer DEFAULT 0,
  items_failed integer DEFAULT 0,
  CONSTRAINT collection_flows_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT collection_flows_master_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, master_flow_id)
    REFERENCES crewai_flow_state_extensions (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (master_flow_id),
  -- Target of keys that keep both ends in one engagement.
  CONSTRAINT collection_flows_tenant_flow_key UNIQUE (client_account_id, engagement_id, flow_id),
  CONSTRAINT collection_flows_discovery_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, discovery_flow_id)
    REFERENCES discovery_flows (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (discovery_flow_id)
);
CREATE INDEX IF NOT EXISTS ix_collection_flows_client_engagement
  ON collection_flows (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_collection_flows_master_flow_id ON collection_flows (master_flow_id)
  WHERE master_flow_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_collection_flows_status ON collection_flows (status);
ALTER TABLE collection_flows OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER collection_flows_touch_updated_at
  BEFORE UPDATE ON collection_flows
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER collection_flows_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON collection_flows
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

CREATE TABLE IF NOT EXISTS platform_adapters (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  adapter_name varchar(100) NOT NULL,
  adapter_type varchar(50) NOT NULL CHECK (adapter_type IN ('discovery', 'assessment', 'migration')),
  version varchar(20) NOT NULL,
  supported_platforms jsonb DEFAULT '[]',
  capabilities jsonb DEFAULT '[]',
  configuration_schema jsonb DEFAULT '{}',
  status varchar(20) DEFAULT 'active',
  health_check_url varchar(500),
  last_health_check_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (adapter_name, version)
);
ALTER TABLE platform_adapters OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER platform_adapters_touch_updated_at
  BEFORE UPDATE ON platform_adapters
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- AES-GCM with its nonce and tag makes at least 29 bytes of one. Text in ASCII has no byte that the format
-- escape writes in octal, ciphertext practically always has one; doubled backslashes are taken out before.
CREATE TABLE IF NOT EXISTS platform_credentials (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL REFERENCES client_accounts ON DELETE CASCADE,
  platform_adapter_id uuid NOT NULL REFERENCES platform_adapters ON DELETE RESTRICT,
  credential_name varchar(255) NOT NULL,
  credential_type varchar(50) CHECK (credential_type IN ('api_key', 'oauth2', 'basic_auth')),
  encrypted_credentials bytea NOT NULL CHECK (
    octet_length(encrypted_credentials) >= 29
    AND replace(encode(encrypted_credentials, 'escape'), '\\', '') ~ '\\[0-7]{3}'
  ),
  encryption_key_id varchar(255),
  vault_path varchar(500),
  status varchar(50) DEFAULT 'active',
  expires_at timestamptz,
  last_rotated_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid REFERENCES users ON DELETE SET NULL,
  UNIQUE (client_account_id, platform_adapter_id, credential_name)
);
CREATE INDEX IF NOT EXISTS ix_platform_credentials_platform_adapter_id
  ON platform_credentials (platform_adapter_id);
ALTER TABLE platform_credentials OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER platform_credentials_touch_updated_at
  BEFORE UPDATE ON platform_credentials
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- The flows of all kinds by the columns they share.
CREATE OR REPLACE VIEW v_all_flows WITH (security_invoker = true) AS
SELECT 'discovery' AS flow_type, id, flow_id, master_flow_id, client_account_id, engagement_id, user_id,
  flow_name, status, progress_percentage, current_phase, phases_completed, crew_ai_state, error_message,
  error_phase, error_details, created_at, updated_at, started_at, completed_at
FROM discovery_flows
UNION ALL
SELECT 'assessment', id, flow_id, master_flow_id, client_account_id, engagement_id, user_id,
  flow_name, status, progress_percentage, current_phase, phases_completed, crew_ai_state, error_message,
  error_phase, error_details, created_at, updated_at, started_at, completed_at
FROM assessment_flows
UNION ALL
SELECT 'planning', id, flow_id, master_flow_id, client_account_id, engagement_id, user_id,
  flow_name, status, progress_percentage, current_phase, phases_completed, crew_ai_state, error_message,
  error_phase, error_details, created_at, updated_at, started_at, completed_at
FROM planning_flows
UNION ALL
SELECT 'execution', id, flow_id, master_flow_id, client_account_id, engagement_id, user_id,
  flow_name, status, progress_percentage, current_phase, phases_completed, crew_ai_state, error_message,
  error_phase, error_details, created_at, updated_at, started_at, completed_at
FROM execution_flows
UNION ALL
SELECT 'collection', id, flow_id, master_flow_id, client_account_id, engagement_id, user_id,
  flow_name, status, progress_percentage, current_phase, phases_completed, crew_ai_state, error_message,
  error_phase, error_details, created_at, updated_at, started_at, completed_at
FROM collection_flows;
ALTER VIEW v_all_flows OWNER TO migration_owner;
