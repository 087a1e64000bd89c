-- Performance indexes, eleven. Those on the audit log are built on every partition, present and future.
-- Built plainly, inside the transaction of the version; on large tables build them concurrently beforehand,
-- under the same names (the audit log partition by partition).

CREATE INDEX IF NOT EXISTS idx_experiments_v1_status_created
  ON experiments_v1.experiments (status, created_at DESC);
CREATE INDEX IF NOT EXISTS idx_experiments_v1_user_status ON experiments_v1.experiments (user_id, status);

CREATE INDEX IF NOT EXISTS idx_production_user_project ON production.analysis_sessions (user_id, project_id);
CREATE INDEX IF NOT EXISTS idx_production_created_at ON production.analysis_sessions (created_at DESC);

CREATE INDEX IF NOT EXISTS idx_audit_timestamp ON audits.audit_log ("timestamp" DESC);
CREATE INDEX IF NOT EXISTS idx_audit_user_action ON audits.audit_log (user_id, action, "timestamp" DESC);
CREATE INDEX IF NOT EXISTS idx_audit_entity ON audits.audit_log (entity_type, entity_id);

CREATE INDEX IF NOT EXISTS idx_quarantine_status
  ON quarantine.quarantined_records (status, quarantined_at DESC);

CREATE INDEX IF NOT EXISTS idx_provider_health_status ON providers.provider_health (provider_id, status);
CREATE INDEX IF NOT EXISTS idx_provider_usage_date ON providers.usage_tracking (provider_id, date DESC);
CREATE INDEX IF NOT EXISTS idx_provider_health_checked ON providers.provider_health (last_check_at DESC);
