-- Purpose: assets with their dependencies, their way through the phases, and the waves they move in.
-- Tables: migration_waves, assets, asset_dependencies, asset_phase_history
-- View: v_cross_phase_assets
-- Decisions:
--   Assets keep all 81 columns: the table is also the list of what an import can be mapped to.
--   An asset keeps a reference to each phase it went through; the history keeps what it was before.
--   Names are unique together with the type: a server and an application may be called the same.
--   Adds the keys of 002 and 003 that point here.

SET LOCAL search_path = migration, public;

CREATE TABLE IF NOT EXISTS migration_waves (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  wave_number integer NOT NULL,
  name varchar(255) NOT NULL,
  description text,
  status varchar(50) DEFAULT 'planned' CHECK (status IN ('planned', 'in_progress', 'completed', 'cancelled')),
  planned_start_date timestamptz,
  planned_end_date timestamptz,
  actual_start_date timestamptz,
  actual_end_date timestamptz,
  total_assets integer DEFAULT 0,
  completed_assets integer DEFAULT 0,
  failed_assets integer DEFAULT 0,
  estimated_cost numeric(14, 2),
  actual_cost numeric(14, 2),
  estimated_effort_hours double precision,
  actual_effort_hours double precision,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid REFERENCES users ON DELETE SET NULL,
  UNIQUE (engagement_id, wave_number),
  CONSTRAINT migration_waves_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  -- Target of keys that keep both ends in one engagement.
  CONSTRAINT migration_waves_tenant_id_key UNIQUE (client_account_id, engagement_id, id)
);
CREATE INDEX IF NOT EXISTS ix_migration_waves_client_engagement
  ON migration_waves (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_migration_waves_wave_number ON migration_waves (wave_number);
CREATE INDEX IF NOT EXISTS ix_migration_waves_status ON migration_waves (status);
ALTER TABLE migration_waves OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER migration_waves_touch_updated_at
  BEFORE UPDATE ON migration_waves
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER migration_waves_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON migration_waves
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

DO $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = 'migration.execution_flows'::regclass AND conname = 'execution_flows_wave_fkey'
  ) THEN
    ALTER TABLE migration.execution_flows ADD CONSTRAINT execution_flows_wave_fkey
      FOREIGN KEY (client_account_id, engagement_id, wave_id)
      REFERENCES migration.migration_waves (client_account_id, engagement_id, id)
      ON DELETE SET NULL (wave_id);
  END IF;
END
$$;

CREATE TABLE IF NOT EXISTS assets (
  -- Keys
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  master_flow_id uuid,
  discovery_flow_id uuid,
  assessment_flow_id uuid,
  planning_flow_id uuid,
  execution_flow_id uuid,
  flow_id uuid,
  migration_id uuid,
  source_phase varchar(50),
  current_phase varchar(50) CHECK (current_phase IN ('discovery', 'assessment', 'planning', 'execution')),
  phase_context jsonb DEFAULT '{}',
  -- Identification
  name varchar(255) NOT NULL,
  asset_name varchar(255),
  asset_type varchar(20) NOT NULL
    CHECK (asset_type IN ('server', 'application', 'database', 'network', 'storage')),
  asset_subtype varchar(100),
  cmdb_id varchar(100),
  source_id varchar(255),
  description text,
  -- Infrastructure
  hostname varchar(255),
  fqdn varchar(255),
  ip_address varchar(45),
  mac_address varchar(17),
  environment varchar(50) CHECK (environment IN ('production', 'staging', 'development', 'test', 'dr')),
  location varchar(100),
  datacenter varchar(100),
  region varchar(50),
  rack_location varchar(50),
  availability_zone varchar(50),
  operating_system varchar(100),
  os_version varchar(50),
  cpu_cores integer,
  memory_gb double precision,
  storage_gb double precision,
  network_interfaces jsonb,
  -- Business
  business_owner varchar(255),
  technical_owner varchar(255),
  department varchar(100),
  business_unit varchar(100),
  application_name varchar(255),
  application_version varchar(50),
  technology_stack jsonb DEFAULT '[]',
  criticality varchar(20) CHECK (criticality IN ('critical', 'high', 'medium', 'low')),
  business_criticality varchar(20) CHECK (business_criticality IN ('critical', 'high', 'medium', 'low')),
  custom_attributes jsonb DEFAULT '{}',
  -- Migration planning
  six_r_strategy varchar(20)
    CHECK (six_r_strategy IN ('rehost', 'replatform', 'refactor', 'repurchase', 'retire', 'retain')),
  mapping_status varchar(20),
  migration_priority integer DEFAULT 5 CHECK (migration_priority BETWEEN 1 AND 10),
  migration_complexity varchar(20) CHECK (migration_complexity IN ('low', 'medium', 'high', 'very_high')),
  migration_wave integer,
  wave_id uuid,
  sixr_ready varchar(50),
  status varchar(50) DEFAULT 'active',
  migration_status varchar(50) DEFAULT 'discovered' CHECK (migration_status IN (
    'discovered', 'assessed', 'planned', 'migrating', 'migrated', 'failed', 'retired'
  )),
  dependencies jsonb DEFAULT '[]',
  related_assets jsonb DEFAULT '[]',
  blockers jsonb DEFAULT '[]',
  -- Discovery
  discovery_method varchar(50),
  discovery_source varchar(100),
  discovery_timestamp timestamptz,
  -- Performance
  cpu_utilization_percent double precision CHECK (cpu_utilization_percent BETWEEN 0 AND 100),
  memory_utilization_percent double precision CHECK (memory_utilization_percent BETWEEN 0 AND 100),
  disk_iops double precision,
  network_throughput_mbps double precision,
  -- Quality
  completeness_score double precision,
  quality_score double precision,
  confidence_score double precision,
  -- Cost
  current_monthly_cost numeric(14, 2),
  estimated_cloud_cost numeric(14, 2),
  projected_savings numeric(14, 2),
  -- Import
  imported_by uuid,
  imported_at timestamptz,
  source_filename varchar(255),
  raw_data jsonb,
  field_mappings_used jsonb,
  raw_import_records_id uuid,
  -- Audit
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid,
  updated_by uuid,
  CONSTRAINT ck_assets_has_identifier CHECK (
    nullif(hostname, '') IS NOT NULL OR nullif(name, '') IS NOT NULL OR nullif(ip_address, '') IS NOT NULL
  ),
  CONSTRAINT assets_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT assets_master_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, master_flow_id)
    REFERENCES crewai_flow_state_extensions (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (master_flow_id),
  CONSTRAINT assets_discovery_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, discovery_flow_id)
    REFERENCES discovery_flows (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (discovery_flow_id),
  CONSTRAINT assets_assessment_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, assessment_flow_id)
    REFERENCES assessment_flows (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (assessment_flow_id),
  CONSTRAINT assets_planning_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, planning_flow_id)
    REFERENCES planning_flows (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (planning_flow_id),
  CONSTRAINT assets_execution_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, execution_flow_id)
    REFERENCES execution_flows (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (execution_flow_id),
  CONSTRAINT assets_wave_fkey
    FOREIGN KEY (client_account_id, engagement_id, wave_id)
    REFERENCES migration_waves (client_account_id, engagement_id, id)
    ON DELETE SET NULL (wave_id),
  CONSTRAINT assets_raw_import_records_fkey
    FOREIGN KEY (client_account_id, engagement_id, raw_import_records_id)
    REFERENCES raw_import_records (client_account_id, engagement_id, id)
    ON DELETE SET NULL (raw_import_records_id),
  -- Target of keys that keep both ends in one engagement.
  CONSTRAINT assets_tenant_id_key UNIQUE (client_account_id, engagement_id, id)
);
CREATE INDEX IF NOT EXISTS ix_assets_client_engagement ON assets (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_assets_master_flow_id ON assets (master_flow_id)
  WHERE master_flow_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_assets_discovery_flow_id ON assets (discovery_flow_id)
  WHERE discovery_flow_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_assets_assessment_flow_id ON assets (assessment_flow_id)
  WHERE assessment_flow_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_assets_planning_flow_id ON assets (planning_flow_id)
  WHERE planning_flow_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_assets_execution_flow_id ON assets (execution_flow_id)
  WHERE execution_flow_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_assets_asset_type ON assets (asset_type);
CREATE INDEX IF NOT EXISTS ix_assets_environment ON assets (environment);
CREATE INDEX IF NOT EXISTS ix_assets_six_r_strategy ON assets (six_r_strategy);
CREATE INDEX IF NOT EXISTS ix_assets_status ON assets (status);
CREATE INDEX IF NOT EXISTS ix_assets_client_engagement_created
  ON assets (client_account_id, engagement_id, created_at DESC);
CREATE UNIQUE INDEX IF NOT EXISTS ux_assets_hostname ON assets (client_account_id, engagement_id, hostname)
  WHERE hostname IS NOT NULL AND hostname <> '';
CREATE UNIQUE INDEX IF NOT EXISTS ux_assets_ip_address
  ON assets (client_account_id, engagement_id, ip_address)
  WHERE ip_address IS NOT NULL AND ip_address <> '';
CREATE UNIQUE INDEX IF NOT EXISTS ux_assets_name_type
  ON assets (client_account_id, engagement_id, name, asset_type);
CREATE INDEX IF NOT EXISTS ix_assets_technology_stack ON assets USING gin (technology_stack);
CREATE INDEX IF NOT EXISTS ix_assets_custom_attributes ON assets USING gin (custom_attributes);
ALTER TABLE assets OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER assets_touch_updated_at
  BEFORE UPDATE ON assets
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER assets_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON assets
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

DO $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = 'migration.raw_import_records'::regclass AND conname = 'raw_import_records_asset_fkey'
  ) THEN
    ALTER TABLE migration.raw_import_records ADD CONSTRAINT raw_import_records_asset_fkey
      FOREIGN KEY (client_account_id, engagement_id, asset_id)
      REFERENCES migration.assets (client_account_id, engagement_id, id)
      ON DELETE SET NULL (asset_id);
  END IF;
END
$$;

CREATE TABLE IF NOT EXISTS asset_dependencies (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  source_asset_id uuid NOT NULL,
  target_asset_id uuid NOT NULL,
  dependency_type varchar(50) CHECK (dependency_type IN ('runtime', 'compile', 'network', 'data')),
  direction varchar(20) DEFAULT 'outbound' CHECK (direction IN ('inbound', 'outbound', 'bidirectional')),
  strength varchar(20) DEFAULT 'strong' CHECK (strength IN ('weak', 'strong', 'critical')),
  discovered_by varchar(50),
  confidence_score double precision DEFAULT 1 CHECK (confidence_score BETWEEN 0 AND 1),
  evidence jsonb DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  validated_at timestamptz,
  CONSTRAINT asset_dependencies_once_key
    UNIQUE NULLS NOT DISTINCT (source_asset_id, target_asset_id, dependency_type),
  CONSTRAINT asset_dependencies_not_self_check CHECK (source_asset_id <> target_asset_id),
  CONSTRAINT asset_dependencies_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT asset_dependencies_source_asset_fkey
    FOREIGN KEY (client_account_id, engagement_id, source_asset_id)
    REFERENCES assets (client_account_id, engagement_id, id)
    ON DELETE CASCADE,
  CONSTRAINT asset_dependencies_target_asset_fkey
    FOREIGN KEY (client_account_id, engagement_id, target_asset_id)
    REFERENCES assets (client_account_id, engagement_id, id)
    ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS ix_asset_dependencies_client_engagement
  ON asset_dependencies (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_asset_dependencies_target_asset_id ON asset_dependencies (target_asset_id);
ALTER TABLE asset_dependencies OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER asset_dependencies_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON asset_dependencies
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

-- flow_id is no key: it names flows of four tables, and outlives them.
CREATE TABLE IF NOT EXISTS asset_phase_history (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  asset_id uuid NOT NULL,
  phase varchar(50) NOT NULL CHECK (phase IN ('discovery', 'assessment', 'planning', 'execution')),
  flow_id uuid,
  entered_at timestamptz NOT NULL DEFAULT now(),
  left_at timestamptz,
  outcome varchar(20) CHECK (outcome IN ('completed', 'failed', 'rolled_back')),
  -- The asset as it was before it entered the phase.
  snapshot jsonb NOT NULL,
  CONSTRAINT asset_phase_history_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT asset_phase_history_asset_fkey
    FOREIGN KEY (client_account_id, engagement_id, asset_id)
    REFERENCES assets (client_account_id, engagement_id, id)
    ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS ix_asset_phase_history_client_engagement
  ON asset_phase_history (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_asset_phase_history_asset_id_entered_at
  ON asset_phase_history (asset_id, entered_at DESC);
-- An asset is in one phase at a time.
CREATE UNIQUE INDEX IF NOT EXISTS ux_asset_phase_history_open ON asset_phase_history (asset_id)
  WHERE left_at IS NULL;
ALTER TABLE asset_phase_history OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER asset_phase_history_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON asset_phase_history
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

-- A mapping leads to a column of assets or to custom attributes. The row's identity and tenant are no
-- targets: a file must not decide whose the asset is.
CREATE OR REPLACE FUNCTION check_mapping_target() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NEW.target_field ~ '^custom(_attributes)?(\.[A-Za-z0-9_]+)?$' OR (
    NEW.target_field NOT IN ('id', 'client_account_id', 'engagement_id') AND EXISTS (
      SELECT FROM pg_attribute a
      WHERE a.attrelid = 'migration.assets'::regclass AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attname = NEW.target_field
    )
  ) THEN
    RETURN NEW;
  END IF;
  RAISE check_violation USING
    MESSAGE = format('%I is no column of assets that a field can be mapped to', NEW.target_field),
    HINT = 'Use a column of assets, custom, or custom.<name>.';
END
$$;
ALTER FUNCTION check_mapping_target() OWNER TO migration_owner;
REVOKE ALL ON FUNCTION check_mapping_target() FROM PUBLIC;
CREATE OR REPLACE TRIGGER import_field_mappings_target
  BEFORE INSERT OR UPDATE OF target_field ON import_field_mappings
  FOR EACH ROW EXECUTE FUNCTION check_mapping_target();

-- Moves an asset into a phase. The history keeps the asset as it was, and the phase before ends as completed.
CREATE OR REPLACE FUNCTION enter_phase(asset uuid, phase text, flow uuid) RETURNS uuid
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  before migration.assets;
  entry uuid;
BEGIN
  IF phase IS NULL OR phase NOT IN ('discovery', 'assessment', 'planning', 'execution') THEN
    RAISE invalid_parameter_value USING MESSAGE = format('%L is no phase', phase);
  END IF;
  IF flow IS NULL THEN
    RAISE invalid_parameter_value USING MESSAGE = 'an asset enters a phase by a flow';
  END IF;
  SELECT * INTO before FROM migration.assets a WHERE a.id = asset FOR UPDATE;
  IF NOT FOUND THEN
    RAISE no_data_found USING MESSAGE = format('no asset %s', asset);
  END IF;
  EXECUTE format(
    'UPDATE migration.assets SET %I = $1, source_phase = current_phase, current_phase = $2, flow_id = $1 '
    'WHERE id = $3', phase || '_flow_id'
  ) USING flow, phase, asset;
  UPDATE migration.asset_phase_history h SET left_at = clock_timestamp(), outcome = 'completed'
  WHERE h.asset_id = asset AND h.left_at IS NULL;
  INSERT INTO migration.asset_phase_history
    (client_account_id, engagement_id, asset_id, phase, flow_id, entered_at, snapshot)
  VALUES
    (before.client_account_id, before.engagement_id, asset, phase, flow, clock_timestamp(), to_jsonb(before))
  RETURNING id INTO entry;
  RETURN entry;
END
$$;
ALTER FUNCTION enter_phase(uuid, text, uuid) OWNER TO migration_owner;
REVOKE ALL ON FUNCTION enter_phase(uuid, text, uuid) FROM PUBLIC;

-- Takes back the phase an asset is in: the asset is again what it was before, and the phase before is open
-- again. Columns that were added since the snapshot keep their values. Returns the phase it is in now.
CREATE OR REPLACE FUNCTION rollback_phase(asset uuid) RETURNS text
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  entry migration.asset_phase_history;
  restored text;
  phase_now text;
BEGIN
  PERFORM FROM migration.assets a WHERE a.id = asset FOR UPDATE;
  SELECT * INTO entry FROM migration.asset_phase_history h WHERE h.asset_id = asset AND h.left_at IS NULL;
  IF NOT FOUND THEN
    RAISE no_data_found USING MESSAGE = format('asset %s is in no phase that could be rolled back', asset);
  END IF;
  SELECT string_agg(format('%1$I = was.%1$I', a.attname), ', ' ORDER BY a.attnum) INTO restored
  FROM pg_attribute a
  WHERE a.attrelid = 'migration.assets'::regclass AND a.attnum > 0 AND NOT a.attisdropped
    AND a.attname NOT IN (
      'id', 'client_account_id', 'engagement_id', 'created_at', 'updated_at', 'created_by'
    );
  EXECUTE format(
    'UPDATE migration.assets a SET %s FROM (SELECT r.* FROM migration.assets o, '
    'jsonb_populate_record(o, $1) r WHERE o.id = $2) was WHERE a.id = $2', restored
  ) USING entry.snapshot, asset;
  UPDATE migration.asset_phase_history h SET left_at = clock_timestamp(), outcome = 'rolled_back'
  WHERE h.id = entry.id;
  UPDATE migration.asset_phase_history h SET left_at = NULL, outcome = NULL
  WHERE h.id = (
    SELECT p.id FROM migration.asset_phase_history p
    WHERE p.asset_id = asset AND p.outcome = 'completed' AND p.entered_at <= entry.entered_at
      AND p.id <> entry.id
    ORDER BY p.entered_at DESC
    LIMIT 1
  );
  SELECT a.current_phase INTO phase_now FROM migration.assets a WHERE a.id = asset;
  RETURN phase_now;
END
$$;
ALTER FUNCTION rollback_phase(uuid) OWNER TO migration_owner;
REVOKE ALL ON FUNCTION rollback_phase(uuid) FROM PUBLIC;

-- An asset with its five flows and how they stand.
CREATE OR REPLACE VIEW v_cross_phase_assets WITH (security_invoker = true) AS
SELECT a.id, a.client_account_id, a.engagement_id, a.name, a.asset_type, a.current_phase, a.migration_status,
  a.six_r_strategy, a.wave_id,
  a.master_flow_id, m.flow_status AS master_status, m.progress_percentage AS master_progress,
  a.discovery_flow_id, d.status AS discovery_status,
  a.assessment_flow_id, s.status AS assessment_status,
  a.planning_flow_id, p.status AS planning_status,
  a.execution_flow_id, e.status AS execution_status
FROM assets a
LEFT JOIN crewai_flow_state_extensions m ON m.flow_id = a.master_flow_id
LEFT JOIN discovery_flows d ON d.flow_id = a.discovery_flow_id
LEFT JOIN assessment_flows s ON s.flow_id = a.assessment_flow_id
LEFT JOIN planning_flows p ON p.flow_id = a.planning_flow_id
LEFT JOIN execution_flows e ON e.flow_id = a.execution_flow_id;
ALTER VIEW v_cross_phase_assets OWNER TO migration_owner;
