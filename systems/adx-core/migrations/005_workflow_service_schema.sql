-- Workflows: what Temporal runs, as far as tenants may look it up.

-- One row per run of a workflow; Temporal is the authority, this is its trace.
CREATE TABLE IF NOT EXISTS workflow_executions (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id     uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id       uuid REFERENCES users (id) ON DELETE SET NULL,
  workflow_id   varchar(255) NOT NULL,
  workflow_type varchar(100) NOT NULL,
  run_id        varchar(255) NOT NULL,
  task_queue    varchar(100) NOT NULL,
  status        varchar(20) NOT NULL DEFAULT 'running'
    CHECK (status IN ('running', 'completed', 'failed', 'cancelled', 'terminated', 'timed_out')),
  input_data    jsonb,
  result_data   jsonb,
  error_message text,
  started_at    timestamptz NOT NULL DEFAULT now(),
  completed_at  timestamptz,
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (workflow_id, run_id),
  UNIQUE (tenant_id, id)
);
CREATE INDEX IF NOT EXISTS idx_workflow_executions_tenant_id ON workflow_executions (tenant_id);
CREATE INDEX IF NOT EXISTS idx_workflow_executions_user_id ON workflow_executions (user_id);
CREATE INDEX IF NOT EXISTS idx_workflow_executions_workflow_id ON workflow_executions (workflow_id);
CREATE INDEX IF NOT EXISTS idx_workflow_executions_workflow_type ON workflow_executions (workflow_type);
CREATE INDEX IF NOT EXISTS idx_workflow_executions_status ON workflow_executions (status);
CREATE INDEX IF NOT EXISTS idx_workflow_executions_started_at ON workflow_executions (started_at);
CREATE INDEX IF NOT EXISTS idx_workflow_executions_task_queue ON workflow_executions (task_queue);
CREATE OR REPLACE TRIGGER update_workflow_executions_updated_at
  BEFORE UPDATE ON workflow_executions
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER workflow_executions_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON workflow_executions
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
ALTER TABLE workflow_executions OWNER TO adx_owner;
ALTER TABLE workflow_executions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_workflow_executions ON workflow_executions;
CREATE POLICY tenant_isolation_workflow_executions ON workflow_executions
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_workflow_executions ON workflow_executions;
CREATE POLICY all_tenants_workflow_executions ON workflow_executions
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON workflow_executions TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON workflow_executions TO adx_readonly;

-- Steps of a run.
CREATE TABLE IF NOT EXISTS workflow_activities (
  id                    uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workflow_execution_id uuid NOT NULL,
  tenant_id             uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  activity_id           varchar(255) NOT NULL,
  activity_type         varchar(100) NOT NULL,
  status                varchar(20) NOT NULL DEFAULT 'scheduled'
    CHECK (status IN ('scheduled', 'started', 'completed', 'failed', 'cancelled', 'timed_out')),
  input_data            jsonb,
  result_data           jsonb,
  error_message         text,
  attempt_count         integer NOT NULL DEFAULT 1,
  max_attempts          integer NOT NULL DEFAULT 3,
  scheduled_at          timestamptz NOT NULL DEFAULT now(),
  started_at            timestamptz,
  completed_at          timestamptz,
  created_at            timestamptz NOT NULL DEFAULT now(),
  updated_at            timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (tenant_id, workflow_execution_id) REFERENCES workflow_executions (tenant_id, id)
    ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_workflow_activities_workflow_execution_id
  ON workflow_activities (workflow_execution_id);
CREATE INDEX IF NOT EXISTS idx_workflow_activities_tenant_id ON workflow_activities (tenant_id);
CREATE INDEX IF NOT EXISTS idx_workflow_activities_activity_type ON workflow_activities (activity_type);
CREATE INDEX IF NOT EXISTS idx_workflow_activities_status ON workflow_activities (status);
CREATE INDEX IF NOT EXISTS idx_workflow_activities_scheduled_at ON workflow_activities (scheduled_at);
CREATE OR REPLACE TRIGGER update_workflow_activities_updated_at
  BEFORE UPDATE ON workflow_activities
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
ALTER TABLE workflow_activities OWNER TO adx_owner;
ALTER TABLE workflow_activities ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_workflow_activities ON workflow_activities;
CREATE POLICY tenant_isolation_workflow_activities ON workflow_activities
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_workflow_activities ON workflow_activities;
CREATE POLICY all_tenants_workflow_activities ON workflow_activities
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON workflow_activities TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON workflow_activities TO adx_readonly;

-- Workflows that start by the clock.
CREATE TABLE IF NOT EXISTS workflow_schedules (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id       uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  schedule_id     varchar(255) NOT NULL UNIQUE,
  workflow_type   varchar(100) NOT NULL,
  task_queue      varchar(100) NOT NULL,
  cron_expression varchar(100) NOT NULL,
  input_data      jsonb DEFAULT '{}',
  is_enabled      boolean NOT NULL DEFAULT true,
  next_run_at     timestamptz,
  last_run_at     timestamptz,
  created_by      uuid NOT NULL REFERENCES users (id),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_workflow_schedules_tenant_id ON workflow_schedules (tenant_id);
CREATE INDEX IF NOT EXISTS idx_workflow_schedules_schedule_id ON workflow_schedules (schedule_id);
CREATE INDEX IF NOT EXISTS idx_workflow_schedules_workflow_type ON workflow_schedules (workflow_type);
CREATE INDEX IF NOT EXISTS idx_workflow_schedules_enabled ON workflow_schedules (is_enabled);
CREATE INDEX IF NOT EXISTS idx_workflow_schedules_next_run_at ON workflow_schedules (next_run_at);
CREATE OR REPLACE TRIGGER update_workflow_schedules_updated_at
  BEFORE UPDATE ON workflow_schedules
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER workflow_schedules_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, created_by ON workflow_schedules
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('created_by');
ALTER TABLE workflow_schedules OWNER TO adx_owner;
ALTER TABLE workflow_schedules ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_workflow_schedules ON workflow_schedules;
CREATE POLICY tenant_isolation_workflow_schedules ON workflow_schedules
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_workflow_schedules ON workflow_schedules;
CREATE POLICY all_tenants_workflow_schedules ON workflow_schedules
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON workflow_schedules TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON workflow_schedules TO adx_readonly;

-- Prepared workflows. A public one may be read by every tenant, and written only by its own.
CREATE TABLE IF NOT EXISTS workflow_templates (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id       uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  template_name   varchar(100) NOT NULL,
  workflow_type   varchar(100) NOT NULL,
  description     text,
  input_schema    jsonb NOT NULL,
  default_input   jsonb DEFAULT '{}',
  task_queue      varchar(100) NOT NULL,
  timeout_seconds integer DEFAULT 3600,
  retry_policy    jsonb DEFAULT '{}',
  is_public       boolean NOT NULL DEFAULT false,
  created_by      uuid NOT NULL REFERENCES users (id),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, template_name)
);
CREATE INDEX IF NOT EXISTS idx_workflow_templates_tenant_id ON workflow_templates (tenant_id);
CREATE INDEX IF NOT EXISTS idx_workflow_templates_workflow_type ON workflow_templates (workflow_type);
CREATE INDEX IF NOT EXISTS idx_workflow_templates_public ON workflow_templates (is_public);
CREATE OR REPLACE TRIGGER update_workflow_templates_updated_at
  BEFORE UPDATE ON workflow_templates
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER workflow_templates_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, created_by ON workflow_templates
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('created_by');
ALTER TABLE workflow_templates OWNER TO adx_owner;
ALTER TABLE workflow_templates ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_workflow_templates ON workflow_templates;
CREATE POLICY tenant_isolation_workflow_templates ON workflow_templates
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_workflow_templates ON workflow_templates;
CREATE POLICY all_tenants_workflow_templates ON workflow_templates
  TO adx_all_tenants USING (true) WITH CHECK (true);
-- Reading only, and only for a session that is some tenant's: without a context nothing shows.
DROP POLICY IF EXISTS public_workflow_templates ON workflow_templates;
CREATE POLICY public_workflow_templates ON workflow_templates FOR SELECT
  USING (is_public AND (SELECT get_current_tenant_id()) IS NOT NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON workflow_templates TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON workflow_templates TO adx_readonly;

-- Signals sent to a run.
CREATE TABLE IF NOT EXISTS workflow_signals (
  id                    uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workflow_execution_id uuid NOT NULL,
  tenant_id             uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  signal_name           varchar(100) NOT NULL,
  signal_data           jsonb,
  sent_by               uuid REFERENCES users (id) ON DELETE SET NULL,
  sent_at               timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (tenant_id, workflow_execution_id) REFERENCES workflow_executions (tenant_id, id)
    ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_workflow_signals_workflow_execution_id
  ON workflow_signals (workflow_execution_id);
CREATE INDEX IF NOT EXISTS idx_workflow_signals_tenant_id ON workflow_signals (tenant_id);
CREATE INDEX IF NOT EXISTS idx_workflow_signals_signal_name ON workflow_signals (signal_name);
CREATE INDEX IF NOT EXISTS idx_workflow_signals_sent_at ON workflow_signals (sent_at);
CREATE OR REPLACE TRIGGER workflow_signals_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, sent_by ON workflow_signals
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('sent_by');
ALTER TABLE workflow_signals OWNER TO adx_owner;
ALTER TABLE workflow_signals ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_workflow_signals ON workflow_signals;
CREATE POLICY tenant_isolation_workflow_signals ON workflow_signals
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_workflow_signals ON workflow_signals;
CREATE POLICY all_tenants_workflow_signals ON workflow_signals
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON workflow_signals TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON workflow_signals TO adx_readonly;

-- Questions put to a run, with their answers.
CREATE TABLE IF NOT EXISTS workflow_queries (
  id                    uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workflow_execution_id uuid NOT NULL,
  tenant_id             uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  query_name            varchar(100) NOT NULL,
  query_data            jsonb,
  result_data           jsonb,
  queried_by            uuid REFERENCES users (id) ON DELETE SET NULL,
  queried_at            timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (tenant_id, workflow_execution_id) REFERENCES workflow_executions (tenant_id, id)
    ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_workflow_queries_workflow_execution_id
  ON workflow_queries (workflow_execution_id);
CREATE INDEX IF NOT EXISTS idx_workflow_queries_tenant_id ON workflow_queries (tenant_id);
CREATE INDEX IF NOT EXISTS idx_workflow_queries_query_name ON workflow_queries (query_name);
CREATE INDEX IF NOT EXISTS idx_workflow_queries_queried_at ON workflow_queries (queried_at);
CREATE OR REPLACE TRIGGER workflow_queries_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, queried_by ON workflow_queries
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('queried_by');
ALTER TABLE workflow_queries OWNER TO adx_owner;
ALTER TABLE workflow_queries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_workflow_queries ON workflow_queries;
CREATE POLICY tenant_isolation_workflow_queries ON workflow_queries
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_workflow_queries ON workflow_queries;
CREATE POLICY all_tenants_workflow_queries ON workflow_queries
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON workflow_queries TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON workflow_queries TO adx_readonly;

-- Measurements, by workflow type.
CREATE TABLE IF NOT EXISTS workflow_metrics (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id     uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  workflow_type varchar(100) NOT NULL,
  metric_name   varchar(100) NOT NULL,
  metric_value  numeric(10, 2) NOT NULL,
  metric_unit   varchar(20) NOT NULL CHECK (metric_unit IN ('seconds', 'count', 'bytes')),
  tags          jsonb DEFAULT '{}',
  recorded_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_workflow_metrics_tenant_id ON workflow_metrics (tenant_id);
CREATE INDEX IF NOT EXISTS idx_workflow_metrics_workflow_type ON workflow_metrics (workflow_type);
CREATE INDEX IF NOT EXISTS idx_workflow_metrics_metric_name ON workflow_metrics (metric_name);
CREATE INDEX IF NOT EXISTS idx_workflow_metrics_recorded_at ON workflow_metrics (recorded_at);
ALTER TABLE workflow_metrics OWNER TO adx_owner;
ALTER TABLE workflow_metrics ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_workflow_metrics ON workflow_metrics;
CREATE POLICY tenant_isolation_workflow_metrics ON workflow_metrics
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_workflow_metrics ON workflow_metrics;
CREATE POLICY all_tenants_workflow_metrics ON workflow_metrics
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON workflow_metrics TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON workflow_metrics TO adx_readonly;

-- Model settings of AI steps. Secrets inside configuration are ciphertext.
CREATE TABLE IF NOT EXISTS ai_workflow_configs (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id     uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  workflow_type varchar(100) NOT NULL,
  ai_provider   varchar(50) NOT NULL CHECK (ai_provider IN ('openai', 'anthropic', 'local')),
  model_name    varchar(100) NOT NULL,
  configuration jsonb NOT NULL CHECK (configuration_is_sealed(configuration)),
  is_enabled    boolean NOT NULL DEFAULT true,
  created_by    uuid NOT NULL REFERENCES users (id),
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, workflow_type, ai_provider)
);
CREATE INDEX IF NOT EXISTS idx_ai_workflow_configs_tenant_id ON ai_workflow_configs (tenant_id);
CREATE INDEX IF NOT EXISTS idx_ai_workflow_configs_workflow_type ON ai_workflow_configs (workflow_type);
CREATE INDEX IF NOT EXISTS idx_ai_workflow_configs_provider ON ai_workflow_configs (ai_provider);
CREATE INDEX IF NOT EXISTS idx_ai_workflow_configs_enabled ON ai_workflow_configs (is_enabled);
CREATE OR REPLACE TRIGGER update_ai_workflow_configs_updated_at
  BEFORE UPDATE ON ai_workflow_configs
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER ai_workflow_configs_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, created_by ON ai_workflow_configs
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('created_by');
ALTER TABLE ai_workflow_configs OWNER TO adx_owner;
ALTER TABLE ai_workflow_configs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_ai_workflow_configs ON ai_workflow_configs;
CREATE POLICY tenant_isolation_ai_workflow_configs ON ai_workflow_configs
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_ai_workflow_configs ON ai_workflow_configs;
CREATE POLICY all_tenants_ai_workflow_configs ON ai_workflow_configs
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON ai_workflow_configs TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON ai_workflow_configs TO adx_readonly;

-- Runs that span several services.
CREATE TABLE IF NOT EXISTS cross_service_workflows (
  id                 uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id          uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  orchestration_id   varchar(255) NOT NULL UNIQUE,
  orchestration_type varchar(100) NOT NULL,
  involved_services  text[] NOT NULL,
  status             varchar(20) NOT NULL DEFAULT 'running'
    CHECK (status IN ('running', 'completed', 'failed', 'cancelled')),
  input_data         jsonb,
  result_data        jsonb,
  error_message      text,
  started_by         uuid REFERENCES users (id) ON DELETE SET NULL,
  started_at         timestamptz NOT NULL DEFAULT now(),
  completed_at       timestamptz,
  created_at         timestamptz NOT NULL DEFAULT now(),
  updated_at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_cross_service_workflows_tenant_id ON cross_service_workflows (tenant_id);
CREATE INDEX IF NOT EXISTS idx_cross_service_workflows_orchestration_id
  ON cross_service_workflows (orchestration_id);
CREATE INDEX IF NOT EXISTS idx_cross_service_workflows_type ON cross_service_workflows (orchestration_type);
CREATE INDEX IF NOT EXISTS idx_cross_service_workflows_status ON cross_service_workflows (status);
CREATE INDEX IF NOT EXISTS idx_cross_service_workflows_started_at ON cross_service_workflows (started_at);
CREATE OR REPLACE TRIGGER update_cross_service_workflows_updated_at
  BEFORE UPDATE ON cross_service_workflows
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER cross_service_workflows_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, started_by ON cross_service_workflows
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('started_by');
ALTER TABLE cross_service_workflows OWNER TO adx_owner;
ALTER TABLE cross_service_workflows ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_cross_service_workflows ON cross_service_workflows;
CREATE POLICY tenant_isolation_cross_service_workflows ON cross_service_workflows
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_cross_service_workflows ON cross_service_workflows;
CREATE POLICY all_tenants_cross_service_workflows ON cross_service_workflows
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON cross_service_workflows TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON cross_service_workflows TO adx_readonly;
