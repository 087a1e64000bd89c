-- Purpose: what an assessment finds and decides.
-- Tables: assessments, engagement_architecture_standards, application_architecture_overrides,
--   application_components, component_treatments, tech_debt_analysis, sixr_decisions,
--   assessment_learning_feedback
-- Decisions:
--   A decision about an asset's strategy is never overwritten: a newer one supersedes it, and the asset shows
--   the newest.

SET LOCAL search_path = migration, public;

CREATE TABLE IF NOT EXISTS assessments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  master_flow_id uuid,
  assessment_type varchar(50) NOT NULL
    CHECK (assessment_type IN ('technical', 'business', 'security', 'compliance', 'performance')),
  status varchar(50) NOT NULL DEFAULT 'pending'
    CHECK (status IN ('pending', 'in_progress', 'completed', 'reviewed', 'approved', 'rejected')),
  risk_level varchar(20) CHECK (risk_level IN ('low', 'medium', 'high', 'critical')),
  summary text,
  recommendations text,
  report_url varchar(255),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT assessments_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT assessments_master_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, master_flow_id)
    REFERENCES crewai_flow_state_extensions (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (master_flow_id)
);
CREATE INDEX IF NOT EXISTS ix_assessments_client_engagement ON assessments (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_assessments_master_flow_id ON assessments (master_flow_id)
  WHERE master_flow_id IS NOT NULL;
ALTER TABLE assessments OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER assessments_touch_updated_at
  BEFORE UPDATE ON assessments
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER assessments_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON assessments
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

CREATE TABLE IF NOT EXISTS engagement_architecture_standards (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  requirement_type varchar(100) NOT NULL,
  description text,
  mandatory boolean NOT NULL DEFAULT true,
  supported_versions jsonb,
  requirement_details jsonb,
  created_by varchar(100),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT engagement_architecture_standards_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  -- Target of keys that keep both ends in one engagement.
  CONSTRAINT engagement_architecture_standards_tenant_id_key UNIQUE (client_account_id, engagement_id, id)
);
CREATE INDEX IF NOT EXISTS ix_engagement_architecture_standards_client_engagement
  ON engagement_architecture_standards (client_account_id, engagement_id);
ALTER TABLE engagement_architecture_standards OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER engagement_architecture_standards_touch_updated_at
  BEFORE UPDATE ON engagement_architecture_standards
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER engagement_architecture_standards_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON engagement_architecture_standards
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

CREATE TABLE IF NOT EXISTS application_architecture_overrides (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  assessment_flow_id uuid NOT NULL,
  application_id uuid NOT NULL,
  standard_id uuid,
  override_type varchar(100) NOT NULL,
  override_details jsonb,
  rationale text,
  approved_by varchar(100),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT application_architecture_overrides_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT application_architecture_overrides_assessment_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, assessment_flow_id)
    REFERENCES assessment_flows (client_account_id, engagement_id, flow_id)
    ON DELETE CASCADE,
  CONSTRAINT application_architecture_overrides_application_fkey
    FOREIGN KEY (client_account_id, engagement_id, application_id)
    REFERENCES assets (client_account_id, engagement_id, id)
    ON DELETE CASCADE,
  CONSTRAINT application_architecture_overrides_standard_fkey
    FOREIGN KEY (client_account_id, engagement_id, standard_id)
    REFERENCES engagement_architecture_standards (client_account_id, engagement_id, id)
    ON DELETE SET NULL (standard_id)
);
CREATE INDEX IF NOT EXISTS ix_application_architecture_overrides_client_engagement
  ON application_architecture_overrides (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_application_architecture_overrides_assessment_flow_id
  ON application_architecture_overrides (assessment_flow_id);
CREATE INDEX IF NOT EXISTS ix_application_architecture_overrides_application_id
  ON application_architecture_overrides (application_id);
CREATE INDEX IF NOT EXISTS ix_application_architecture_overrides_standard_id
  ON application_architecture_overrides (standard_id);
ALTER TABLE application_architecture_overrides OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER application_architecture_overrides_touch_updated_at
  BEFORE UPDATE ON application_architecture_overrides
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER application_architecture_overrides_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON application_architecture_overrides
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

CREATE TABLE IF NOT EXISTS application_components (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  asset_id uuid,
  component_name varchar(255) NOT NULL,
  component_type varchar(100) NOT NULL,
  component_config jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT application_components_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT application_components_asset_fkey
    FOREIGN KEY (client_account_id, engagement_id, asset_id)
    REFERENCES assets (client_account_id, engagement_id, id)
    ON DELETE CASCADE,
  -- Target of keys that keep both ends in one engagement.
  CONSTRAINT application_components_tenant_id_key UNIQUE (client_account_id, engagement_id, id)
);
CREATE INDEX IF NOT EXISTS ix_application_components_client_engagement
  ON application_components (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_application_components_asset_id ON application_components (asset_id);
ALTER TABLE application_components OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER application_components_touch_updated_at
  BEFORE UPDATE ON application_components
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER application_components_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON application_components
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

CREATE TABLE IF NOT EXISTS component_treatments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  component_id uuid NOT NULL,
  treatment_type varchar(100) NOT NULL,
  treatment_config jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT component_treatments_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT component_treatments_component_fkey
    FOREIGN KEY (client_account_id, engagement_id, component_id)
    REFERENCES application_components (client_account_id, engagement_id, id)
    ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS ix_component_treatments_client_engagement
  ON component_treatments (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_component_treatments_component_id ON component_treatments (component_id);
ALTER TABLE component_treatments OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER component_treatments_touch_updated_at
  BEFORE UPDATE ON component_treatments
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER component_treatments_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON component_treatments
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

CREATE TABLE IF NOT EXISTS tech_debt_analysis (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  asset_id uuid,
  analysis_type varchar(100) NOT NULL,
  severity varchar(20),
  debt_score double precision,
  analysis_results jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT tech_debt_analysis_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT tech_debt_analysis_asset_fkey
    FOREIGN KEY (client_account_id, engagement_id, asset_id)
    REFERENCES assets (client_account_id, engagement_id, id)
    ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS ix_tech_debt_analysis_client_engagement
  ON tech_debt_analysis (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_tech_debt_analysis_asset_id ON tech_debt_analysis (asset_id);
ALTER TABLE tech_debt_analysis OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER tech_debt_analysis_touch_updated_at
  BEFORE UPDATE ON tech_debt_analysis
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER tech_debt_analysis_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON tech_debt_analysis
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

CREATE TABLE IF NOT EXISTS sixr_decisions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  asset_id uuid NOT NULL,
  assessment_flow_id uuid,
  strategy varchar(20) NOT NULL
    CHECK (strategy IN ('rehost', 'replatform', 'refactor', 'repurchase', 'retire', 'retain')),
  confidence double precision CHECK (confidence BETWEEN 0 AND 1),
  rationale text,
  decision_data jsonb,
  decided_by uuid REFERENCES users ON DELETE SET NULL,
  superseded_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT sixr_decisions_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT sixr_decisions_asset_fkey
    FOREIGN KEY (client_account_id, engagement_id, asset_id)
    REFERENCES assets (client_account_id, engagement_id, id)
    ON DELETE CASCADE,
  CONSTRAINT sixr_decisions_assessment_flow_fkey
    FOREIGN KEY (client_account_id, engagement_id, assessment_flow_id)
    REFERENCES assessment_flows (client_account_id, engagement_id, flow_id)
    ON DELETE SET NULL (assessment_flow_id),
  -- Target of keys that keep both ends in one engagement.
  CONSTRAINT sixr_decisions_tenant_id_key UNIQUE (client_account_id, engagement_id, id),
  CONSTRAINT sixr_decisions_superseded_by_fkey
    FOREIGN KEY (client_account_id, engagement_id, superseded_by)
    REFERENCES sixr_decisions (client_account_id, engagement_id, id)
    ON DELETE SET NULL (superseded_by)
);
CREATE INDEX IF NOT EXISTS ix_sixr_decisions_client_engagement
  ON sixr_decisions (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_sixr_decisions_asset_id ON sixr_decisions (asset_id);
ALTER TABLE sixr_decisions OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER sixr_decisions_touch_updated_at
  BEFORE UPDATE ON sixr_decisions
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER sixr_decisions_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON sixr_decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

CREATE TABLE IF NOT EXISTS assessment_learning_feedback (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  decision_id uuid,
  feedback_type varchar(100) NOT NULL,
  feedback_data jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT assessment_learning_feedback_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE,
  CONSTRAINT assessment_learning_feedback_decision_fkey
    FOREIGN KEY (client_account_id, engagement_id, decision_id)
    REFERENCES sixr_decisions (client_account_id, engagement_id, id)
    ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS ix_assessment_learning_feedback_client_engagement
  ON assessment_learning_feedback (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_assessment_learning_feedback_decision_id
  ON assessment_learning_feedback (decision_id);
ALTER TABLE assessment_learning_feedback OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER assessment_learning_feedback_touch_updated_at
  BEFORE UPDATE ON assessment_learning_feedback
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE OR REPLACE TRIGGER assessment_learning_feedback_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON assessment_learning_feedback
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

-- The newest decision supersedes those before it and is what the asset shows. Changing a decision that is
-- superseded does not reach the asset.
CREATE OR REPLACE FUNCTION apply_sixr_decision() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NEW.superseded_by IS NULL THEN
    IF TG_OP = 'INSERT' THEN
      UPDATE migration.sixr_decisions d SET superseded_by = NEW.id
      WHERE d.asset_id = NEW.asset_id AND d.id <> NEW.id AND d.superseded_by IS NULL;
    END IF;
    UPDATE migration.assets a SET six_r_strategy = NEW.strategy
    WHERE a.id = NEW.asset_id AND a.six_r_strategy IS DISTINCT FROM NEW.strategy;
  END IF;
  RETURN NULL;
END
$$;
ALTER FUNCTION apply_sixr_decision() OWNER TO migration_owner;
REVOKE ALL ON FUNCTION apply_sixr_decision() FROM PUBLIC;
CREATE OR REPLACE TRIGGER sixr_decisions_apply
  AFTER INSERT OR UPDATE OF strategy ON sixr_decisions
  FOR EACH ROW EXECUTE FUNCTION apply_sixr_decision();
