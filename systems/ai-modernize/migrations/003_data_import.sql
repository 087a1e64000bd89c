-- Purpose: imported files, their rows as they came, and how their fields map to assets.
-- Tables: data_imports, raw_import_records, import_field_mappings
-- Decisions:
--   An import and its flow name each other. Both keys wait until the end of the transaction, so that an
--   import may be written before its flow.
--   What a field may be mapped to is checked from 004 on, where the table of assets is made.

SET LOCAL search_path = migration, public;

CREATE TABLE IF NOT EXISTS data_imports (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  master_flow_id uuid,
  import_name varchar(255) NOT NULL,
  import_type varchar(50) NOT NULL,
  description text,
  filename varchar(255) NOT NULL,
  file_size bigint,
  mime_type varchar(100),
  source_system varchar(100),
  status varchar(20) NOT NULL DEFAULT 'pending'
    CHECK (status IN ('pending', 'processing', 'completed', 'failed')),
  progress_percentage double precision DEFAULT 0,
  total_records integer,
  processed_records integer DEFAULT 0,
  failed_records integer DEFAULT 0,
  imported_by uuid NOT NULL REFERENCES users,
  error_message text,
  error_details jsonb,
  started_at timestamptz DEFAULT now(),
  completed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT data_imports_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT data_imports_master_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, master_flow_id)
    REFERENCES crewai_flow_state_extensions (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (master_flow_id) DEFERRABLE INITIALLY DEFERRED,
  -- Target of keys that keep both ends in one engagement.
  CONSTRAINT data_imports_tenant_id_key UNIQUE (client_account_id, engagement_id, id)
);
CREATE INDEX IF NOT EXISTS ix_data_imports_client_engagement
  ON data_imports (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_data_imports_master_flow_id ON data_imports (master_flow_id)
  WHERE master_flow_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_data_imports_imported_by ON data_imports (imported_by);
ALTER TABLE data_imports OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER data_imports_touch_updated_at
  BEFORE UPDATE ON data_imports
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER data_imports_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON data_imports
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

DO $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = 'migration.discovery_flows'::regclass AND conname = 'discovery_flows_data_import_fkey'
  ) THEN
    ALTER TABLE migration.discovery_flows ADD CONSTRAINT discovery_flows_data_import_fkey
      FOREIGN KEY (client_account_id, engagement_id, data_import_id)
      REFERENCES migration.data_imports (client_account_id, engagement_id, id)
      ON DELETE SET NULL (data_import_id) DEFERRABLE INITIALLY DEFERRED;
  END IF;
END
$$;

-- asset_id gets its key with 004.
CREATE TABLE IF NOT EXISTS raw_import_records (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  master_flow_id uuid,
  data_import_id uuid NOT NULL,
  row_number integer NOT NULL,
  raw_data jsonb NOT NULL,
  cleansed_data jsonb,
  validation_errors jsonb,
  processing_notes text,
  is_processed boolean DEFAULT false,
  is_valid boolean DEFAULT true,
  asset_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  processed_at timestamptz,
  UNIQUE (data_import_id, row_number),
  CONSTRAINT raw_import_records_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT raw_import_records_master_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, master_flow_id)
    REFERENCES crewai_flow_state_extensions (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (master_flow_id),
  CONSTRAINT raw_import_records_data_import_fkey
    FOREIGN KEY (client_account_id, engagement_id, data_import_id)
    REFERENCES data_imports (client_account_id, engagement_id, id)
    ON DELETE CASCADE,
  -- Target of keys that keep both ends in one engagement.
  CONSTRAINT raw_import_records_tenant_id_key UNIQUE (client_account_id, engagement_id, id)
);
CREATE INDEX IF NOT EXISTS ix_raw_import_records_client_engagement
  ON raw_import_records (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_raw_import_records_master_flow_id ON raw_import_records (master_flow_id)
  WHERE master_flow_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_raw_import_records_asset_id ON raw_import_records (asset_id);
ALTER TABLE raw_import_records OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER raw_import_records_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON raw_import_records
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

CREATE TABLE IF NOT EXISTS import_field_mappings (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  master_flow_id uuid,
  data_import_id uuid NOT NULL,
  source_field varchar(255) NOT NULL,
  target_field varchar(255) NOT NULL,
  match_type varchar(50) NOT NULL DEFAULT 'direct',
  confidence_score double precision CHECK (confidence_score BETWEEN 0 AND 1),
  status varchar(20) DEFAULT 'suggested' CHECK (status IN ('suggested', 'approved', 'rejected')),
  suggested_by varchar(50) DEFAULT 'ai_mapper',
  approved_by varchar(255),
  approved_at timestamptz,
  transformation_rules jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (data_import_id, source_field),
  CONSTRAINT import_field_mappings_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT import_field_mappings_master_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, master_flow_id)
    REFERENCES crewai_flow_state_extensions (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (master_flow_id),
  CONSTRAINT import_field_mappings_data_import_fkey
    FOREIGN KEY (client_account_id, engagement_id, data_import_id)
    REFERENCES data_imports (client_account_id, engagement_id, id)
    ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS ix_import_field_mappings_client_engagement
  ON import_field_mappings (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_import_field_mappings_master_flow_id ON import_field_mappings (master_flow_id)
  WHERE master_flow_id IS NOT NULL;
ALTER TABLE import_field_mappings OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER import_field_mappings_touch_updated_at
  BEFORE UPDATE ON import_field_mappings
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER import_field_mappings_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON import_field_mappings
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();
