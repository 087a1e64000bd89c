-- Undoes 002a: eleven indexes. No row is lost. An index of the audit log goes with those of its partitions.

DROP INDEX IF EXISTS providers.idx_provider_health_checked;
DROP INDEX IF EXISTS providers.idx_provider_usage_date;
DROP INDEX IF EXISTS providers.idx_provider_health_status;

DROP INDEX IF EXISTS quarantine.idx_quarantine_status;

DROP INDEX IF EXISTS audits.idx_audit_entity;
DROP INDEX IF EXISTS audits.idx_audit_user_action;
DROP INDEX IF EXISTS audits.idx_audit_timestamp;

DROP INDEX IF EXISTS production.idx_production_created_at;
DROP INDEX IF EXISTS production.idx_production_user_project;

DROP INDEX IF EXISTS experiments_v1.idx_experiments_v1_user_status;
DROP INDEX IF EXISTS experiments_v1.idx_experiments_v1_status_created;
