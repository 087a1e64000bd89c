-- Purpose: the master flow of an engagement and its four phase flows.
-- Tables: crewai_flow_state_extensions, discovery_flows, assessment_flows, planning_flows, execution_flows
-- Decisions:
--   Flows are referenced by flow_id, the id that the agents know, so it is unique by itself and together with
--   the tenant columns; every reference uses the latter.
--   The phase flows share their columns by repetition. Inherited tables would share no key, no uniqueness and
--   no row security; the view v_all_flows (006) reads them as one.
--   Discovery keeps its state twice, as flags and as a list. A trigger makes them agree at every write.
--   The master holds references and totals; a phase flow keeps its own state.

SET LOCAL search_path = migration, public;

CREATE TABLE IF NOT EXISTS crewai_flow_state_extensions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  flow_id uuid NOT NULL UNIQUE,
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  user_id varchar(255) NOT NULL,
  flow_type varchar(50) NOT NULL
    CHECK (flow_type IN ('master', 'discovery', 'assessment', 'planning', 'execution', 'collection')),
  flow_name varchar(255),
  flow_status varchar(50) NOT NULL DEFAULT 'initialized'
    CHECK (flow_status IN ('initialized', 'running', 'paused', 'completed', 'failed', 'deleted')),
  current_phase varchar(100)
    CHECK (current_phase IN ('discovery', 'assessment', 'planning', 'execution')),
  progress_percentage double precision DEFAULT 0 CHECK (progress_percentage BETWEEN 0 AND 100),
  flow_configuration jsonb NOT NULL DEFAULT '{}',
  flow_persistence_data jsonb NOT NULL DEFAULT '{}',
  agent_collaboration_log jsonb DEFAULT '[]',
  learning_patterns jsonb DEFAULT '[]',
  user_feedback_history jsonb DEFAULT '[]',
  phase_transitions jsonb DEFAULT '[]',
  error_history jsonb DEFAULT '[]',
  memory_usage_metrics jsonb DEFAULT '{}',
  knowledge_base_analytics jsonb DEFAULT '{}',
  phase_execution_times jsonb DEFAULT '{}',
  agent_performance_metrics jsonb DEFAULT '{}',
  crew_coordination_analytics jsonb DEFAULT '{}',
  adaptation_metrics jsonb DEFAULT '{}',
  flow_metadata jsonb DEFAULT '{}',
  retry_count integer NOT NULL DEFAULT 0,
  parent_flow_id uuid,
  -- The newest flow of each phase: {"discovery": flow_id, ...}.
  children jsonb DEFAULT '{}',
  child_flow_ids jsonb DEFAULT '[]',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  completed_at timestamptz,
  CONSTRAINT crewai_flow_state_extensions_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  -- Target of keys that keep both ends in one engagement.
  CONSTRAINT crewai_flow_state_extensions_tenant_flow_key UNIQUE (client_account_id, engagement_id, flow_id),
  CONSTRAINT crewai_flow_state_extensions_parent_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, parent_flow_id)
    REFERENCES crewai_flow_state_extensions (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (parent_flow_id)
);
CREATE INDEX IF NOT EXISTS ix_crewai_flow_state_extensions_client_engagement
  ON crewai_flow_state_extensions (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_crewai_flow_state_extensions_flow_status
  ON crewai_flow_state_extensions (flow_status);
CREATE INDEX IF NOT EXISTS ix_crewai_flow_state_extensions_parent_flow_id
  ON crewai_flow_state_extensions (parent_flow_id);
ALTER TABLE crewai_flow_state_extensions OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER crewai_flow_state_extensions_touch_updated_at
  BEFORE UPDATE ON crewai_flow_state_extensions
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER crewai_flow_state_extensions_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON crewai_flow_state_extensions
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

-- data_import_id gets its key with 003.
CREATE TABLE IF NOT EXISTS discovery_flows (
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
  data_import_id uuid,
  discovery_type varchar(50) DEFAULT 'automated',
  target_platforms jsonb DEFAULT '[]',
  discovery_scope jsonb DEFAULT '{}',
  data_import_completed boolean NOT NULL DEFAULT false,
  attribute_mapping_completed boolean NOT NULL DEFAULT false,
  data_cleansing_completed boolean NOT NULL DEFAULT false,
  inventory_completed boolean NOT NULL DEFAULT false,
  dependencies_completed boolean NOT NULL DEFAULT false,
  tech_debt_completed boolean NOT NULL DEFAULT false,
  phases jsonb NOT NULL DEFAULT '{}',
  phase_state jsonb NOT NULL DEFAULT '{}',
  agent_state jsonb NOT NULL DEFAULT '{}',
  crewai_state_data jsonb NOT NULL DEFAULT '{}',
  learning_scope varchar(50) NOT NULL DEFAULT 'engagement',
  memory_isolation_level varchar(20) NOT NULL DEFAULT 'strict',
  assessment_ready boolean NOT NULL DEFAULT false,
  crew_outputs jsonb,
  field_mappings jsonb,
  discovered_assets jsonb,
  dependencies jsonb,
  tech_debt_analysis jsonb,
  discovered_assets_count integer DEFAULT 0,
  crewai_persistence_id uuid,
  CONSTRAINT discovery_flows_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT discovery_flows_master_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, master_flow_id)
    REFERENCES crewai_flow_state_extensions (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (master_flow_id),
  -- Target of keys that keep both ends in one engagement.
  CONSTRAINT discovery_flows_tenant_flow_key UNIQUE (client_account_id, engagement_id, flow_id)
);
CREATE INDEX IF NOT EXISTS ix_discovery_flows_client_engagement
  ON discovery_flows (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_discovery_flows_master_flow_id ON discovery_flows (master_flow_id)
  WHERE master_flow_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_discovery_flows_status ON discovery_flows (status);
CREATE INDEX IF NOT EXISTS ix_discovery_flows_phases ON discovery_flows USING gin (phases);
CREATE INDEX IF NOT EXISTS ix_discovery_flows_data_import_id ON discovery_flows (data_import_id);
CREATE INDEX IF NOT EXISTS ix_discovery_flows_phases_completed
  ON discovery_flows USING gin (phases_completed);
ALTER TABLE discovery_flows OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER discovery_flows_touch_updated_at
  BEFORE UPDATE ON discovery_flows
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER discovery_flows_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON discovery_flows
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

CREATE TABLE IF NOT EXISTS assessment_flows (
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
  assessment_type varchar(50) CHECK (assessment_type IN ('technical', 'business', 'security')),
  assessment_framework varchar(50) DEFAULT '6R',
  flow_configuration jsonb DEFAULT '{}',
  technical_debt_score double precision,
  complexity_score double precision,
  risk_score double precision,
  readiness_score double precision,
  recommendations jsonb DEFAULT '[]',
  CONSTRAINT assessment_flows_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT assessment_flows_master_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, master_flow_id)
    REFERENCES crewai_flow_state_extensions (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (master_flow_id),
  -- Target of keys that keep both ends in one engagement.
  CONSTRAINT assessment_flows_tenant_flow_key UNIQUE (client_account_id, engagement_id, flow_id),
  CONSTRAINT assessment_flows_discovery_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, discovery_flow_id)
    REFERENCES discovery_flows (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (discovery_flow_id)
);
CREATE INDEX IF NOT EXISTS ix_assessment_flows_client_engagement
  ON assessment_flows (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_assessment_flows_master_flow_id ON assessment_flows (master_flow_id)
  WHERE master_flow_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_assessment_flows_status ON assessment_flows (status);
ALTER TABLE assessment_flows OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER assessment_flows_touch_updated_at
  BEFORE UPDATE ON assessment_flows
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER assessment_flows_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON assessment_flows
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

CREATE TABLE IF NOT EXISTS planning_flows (
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
  assessment_flow_id uuid,
  planning_horizon_months integer,
  wave_plan jsonb DEFAULT '{}',
  resource_plan jsonb DEFAULT '{}',
  timeline jsonb DEFAULT '{}',
  estimated_total_cost numeric(14, 2),
  approved_by uuid REFERENCES users ON DELETE SET NULL,
  approved_at timestamptz,
  CONSTRAINT planning_flows_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT planning_flows_master_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, master_flow_id)
    REFERENCES crewai_flow_state_extensions (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (master_flow_id),
  -- Target of keys that keep both ends in one engagement.
  CONSTRAINT planning_flows_tenant_flow_key UNIQUE (client_account_id, engagement_id, flow_id),
  CONSTRAINT planning_flows_assessment_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, assessment_flow_id)
    REFERENCES assessment_flows (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (assessment_flow_id)
);
CREATE INDEX IF NOT EXISTS ix_planning_flows_client_engagement
  ON planning_flows (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_planning_flows_master_flow_id ON planning_flows (master_flow_id)
  WHERE master_flow_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_planning_flows_status ON planning_flows (status);
ALTER TABLE planning_flows OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER planning_flows_touch_updated_at
  BEFORE UPDATE ON planning_flows
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER planning_flows_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON planning_flows
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

-- wave_id gets its key with 004.
CREATE TABLE IF NOT EXISTS execution_flows (
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
  planning_flow_id uuid,
  wave_id uuid,
  runbook jsonb DEFAULT '{}',
  cutover_window_start timestamptz,
  cutover_window_end timestamptz,
  assets_total integer NOT NULL DEFAULT 0,
  assets_migrated integer NOT NULL DEFAULT 0,
  assets_failed integer NOT NULL DEFAULT 0,
  assets_rolled_back integer NOT NULL DEFAULT 0,
  rollback_plan jsonb DEFAULT '{}',
  CONSTRAINT execution_flows_cutover_window_check CHECK (cutover_window_start < cutover_window_end),
  CONSTRAINT execution_flows_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT execution_flows_master_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, master_flow_id)
    REFERENCES crewai_flow_state_extensions (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (master_flow_id),
  -- Target of keys that keep both ends in one engagement.
  CONSTRAINT execution_flows_tenant_flow_key UNIQUE (client_account_id, engagement_id, flow_id),
  CONSTRAINT execution_flows_planning_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, planning_flow_id)
    REFERENCES planning_flows (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (planning_flow_id)
);
CREATE INDEX IF NOT EXISTS ix_execution_flows_client_engagement
  ON execution_flows (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_execution_flows_master_flow_id ON execution_flows (master_flow_id)
  WHERE master_flow_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_execution_flows_status ON execution_flows (status);
ALTER TABLE execution_flows OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER execution_flows_touch_updated_at
  BEFORE UPDATE ON execution_flows
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER execution_flows_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON execution_flows
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

-- Either side may lead: a flag that changed decides, else the list, when it changed. A new row counts what
-- either side says. Names that are none of the six stay in the list.
CREATE OR REPLACE FUNCTION sync_discovery_state() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  names constant text[] := ARRAY[
    'data_import', 'attribute_mapping', 'data_cleansing', 'inventory', 'dependencies', 'tech_debt'
  ];
  flags boolean[] := ARRAY[
    NEW.data_import_completed, NEW.attribute_mapping_completed, NEW.data_cleansing_completed,
    NEW.inventory_completed, NEW.dependencies_completed, NEW.tech_debt_completed
  ];
  flags_before boolean[];
  listed jsonb := '[]';
  entry jsonb;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    flags_before := ARRAY[
      OLD.data_import_completed, OLD.attribute_mapping_completed, OLD.data_cleansing_completed,
      OLD.inventory_completed, OLD.dependencies_completed, OLD.tech_debt_completed
    ];
  END IF;
  IF jsonb_typeof(NEW.phases_completed) IS DISTINCT FROM 'array' THEN
    RETURN NEW;  -- The constraint refuses it.
  END IF;
  FOR i IN 1 .. cardinality(names) LOOP
    IF TG_OP = 'INSERT' THEN
      flags[i] := flags[i] OR NEW.phases_completed ? names[i];
    ELSIF flags[i] = flags_before[i] THEN
      flags[i] := NEW.phases_completed ? names[i];
    END IF;
  END LOOP;
  FOR entry IN SELECT * FROM jsonb_array_elements(NEW.phases_completed) LOOP
    IF NOT listed @> jsonb_build_array(entry)
      AND coalesce(flags[array_position(names, entry #>> '{}')], true)
    THEN
      listed := listed || jsonb_build_array(entry);
    END IF;
  END LOOP;
  FOR i IN 1 .. cardinality(names) LOOP
    IF flags[i] AND NOT listed ? names[i] THEN
      listed := listed || to_jsonb(ARRAY[names[i]]);
    END IF;
  END LOOP;
  NEW.data_import_completed := flags[1];
  NEW.attribute_mapping_completed := flags[2];
  NEW.data_cleansing_completed := flags[3];
  NEW.inventory_completed := flags[4];
  NEW.dependencies_completed := flags[5];
  NEW.tech_debt_completed := flags[6];
  NEW.phases_completed := listed;
  NEW.progress_percentage := round(100.0 * cardinality(array_positions(flags, true)) / cardinality(names), 2);
  RETURN NEW;
END
$$;
ALTER FUNCTION sync_discovery_state() OWNER TO migration_owner;
REVOKE ALL ON FUNCTION sync_discovery_state() FROM PUBLIC;
CREATE OR REPLACE TRIGGER discovery_flows_sync_state
  BEFORE INSERT OR UPDATE ON discovery_flows
  FOR EACH ROW EXECUTE FUNCTION sync_discovery_state();

-- The phase flows of a master as one list, for the two triggers below. With the caller's rights: a master and
-- its flows are always in one engagement.
CREATE OR REPLACE FUNCTION phase_flows_of(master uuid)
RETURNS TABLE (phase text, flow_id uuid, status text, progress double precision, created_at timestamptz)
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT 'discovery', f.flow_id, f.status, f.progress_percentage, f.created_at
  FROM migration.discovery_flows f WHERE f.master_flow_id = master
  UNION ALL
  SELECT 'assessment', f.flow_id, f.status, f.progress_percentage, f.created_at
  FROM migration.assessment_flows f WHERE f.master_flow_id = master
  UNION ALL
  SELECT 'planning', f.flow_id, f.status, f.progress_percentage, f.created_at
  FROM migration.planning_flows f WHERE f.master_flow_id = master
  UNION ALL
  SELECT 'execution', f.flow_id, f.status, f.progress_percentage, f.created_at
  FROM migration.execution_flows f WHERE f.master_flow_id = master
$$;
ALTER FUNCTION phase_flows_of(uuid) OWNER TO migration_owner;
REVOKE ALL ON FUNCTION phase_flows_of(uuid) FROM PUBLIC;

-- Carries a phase flow's change to its master. A flow is started unless it is initialized or cancelled. The
-- master is completed when every started flow is, and runs again when another one starts. Its progress is the
-- mean over the four phases, each by its newest flow. A master that is paused, failed or deleted stays so.
CREATE OR REPLACE FUNCTION record_phase_transition() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  phase_name constant text := TG_ARGV[0];
  moved boolean := true;
  status_before text;
  started bigint;
  completed bigint;
  share double precision;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    status_before := OLD.status;
    moved := NEW.status <> OLD.status OR NEW.master_flow_id IS DISTINCT FROM OLD.master_flow_id;
    IF NOT moved AND NEW.progress_percentage = OLD.progress_percentage THEN
      RETURN NULL;
    END IF;
  END IF;
  IF NEW.master_flow_id IS NULL THEN
    RETURN NULL;
  END IF;
  -- One at a time per master: two flows that finish at once must see each other.
  PERFORM FROM migration.crewai_flow_state_extensions m WHERE m.flow_id = NEW.master_flow_id FOR UPDATE;
  SELECT count(*) FILTER (WHERE f.status NOT IN ('initialized', 'cancelled')),
    count(*) FILTER (WHERE f.status = 'completed')
  INTO started, completed
  FROM migration.phase_flows_of(NEW.master_flow_id) f;
  SELECT coalesce(sum(newest.done), 0) / 4 INTO share
  FROM (
    SELECT DISTINCT ON (f.phase) CASE f.status WHEN 'completed' THEN 100 ELSE f.progress END AS done
    FROM migration.phase_flows_of(NEW.master_flow_id) f
    WHERE f.status <> 'cancelled'
    ORDER BY f.phase, f.created_at DESC, f.flow_id
  ) AS newest;
  UPDATE migration.crewai_flow_state_extensions m SET
    progress_percentage = least(share, 100),
    children = CASE WHEN moved AND NEW.status <> 'cancelled'
      THEN coalesce(m.children, '{}') || jsonb_build_object(phase_name, NEW.flow_id) ELSE m.children END,
    child_flow_ids = CASE WHEN coalesce(m.child_flow_ids, '[]') ? NEW.flow_id::text
      THEN m.child_flow_ids ELSE coalesce(m.child_flow_ids, '[]') || to_jsonb(ARRAY[NEW.flow_id]) END,
    current_phase = CASE WHEN NOT moved OR NEW.status IN ('initialized', 'cancelled')
      THEN coalesce(m.current_phase, phase_name) ELSE phase_name END,
    phase_transitions = CASE WHEN moved THEN coalesce(m.phase_transitions, '[]') || jsonb_build_array(
      jsonb_build_object('phase', phase_name, 'flow_id', NEW.flow_id, 'from', status_before,
        'to', NEW.status, 'at', clock_timestamp())) ELSE m.phase_transitions END,
    flow_status = CASE
      WHEN m.flow_status NOT IN ('initialized', 'running', 'completed') THEN m.flow_status
      WHEN started > 0 AND started = completed THEN 'completed'
      WHEN started > 0 THEN 'running'
      ELSE m.flow_status END,
    started_at = CASE WHEN started > 0 THEN coalesce(m.started_at, clock_timestamp()) ELSE m.started_at END,
    completed_at = CASE WHEN started > 0 AND started = completed
      THEN coalesce(m.completed_at, clock_timestamp()) END
  WHERE m.flow_id = NEW.master_flow_id;
  RETURN NULL;
END
$$;
ALTER FUNCTION record_phase_transition() OWNER TO migration_owner;
REVOKE ALL ON FUNCTION record_phase_transition() FROM PUBLIC;
CREATE OR REPLACE TRIGGER discovery_flows_phase_transition
  AFTER INSERT OR UPDATE ON discovery_flows
  FOR EACH ROW EXECUTE FUNCTION record_phase_transition('discovery');
CREATE OR REPLACE TRIGGER assessment_flows_phase_transition
  AFTER INSERT OR UPDATE ON assessment_flows
  FOR EACH ROW EXECUTE FUNCTION record_phase_transition('assessment');
CREATE OR REPLACE TRIGGER planning_flows_phase_transition
  AFTER INSERT OR UPDATE ON planning_flows
  FOR EACH ROW EXECUTE FUNCTION record_phase_transition('planning');
CREATE OR REPLACE TRIGGER execution_flows_phase_transition
  AFTER INSERT OR UPDATE ON execution_flows
  FOR EACH ROW EXECUTE FUNCTION record_phase_transition('execution');

-- By hand, too, a master is completed only when every started flow is.
CREATE OR REPLACE FUNCTION check_master_completion() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF EXISTS (
    SELECT FROM migration.phase_flows_of(NEW.flow_id) f
    WHERE f.status NOT IN ('initialized', 'cancelled', 'completed')
  ) THEN
    RAISE check_violation USING
      MESSAGE = 'a master flow is completed only when every started flow of it is',
      HINT = 'Complete or cancel its flows first.';
  END IF;
  RETURN NEW;
END
$$;
ALTER FUNCTION check_master_completion() OWNER TO migration_owner;
REVOKE ALL ON FUNCTION check_master_completion() FROM PUBLIC;
CREATE OR REPLACE TRIGGER crewai_flow_state_extensions_completion
  BEFORE INSERT OR UPDATE OF flow_status ON crewai_flow_state_extensions
  FOR EACH ROW WHEN (NEW.flow_status = 'completed')
  EXECUTE FUNCTION check_master_completion();
