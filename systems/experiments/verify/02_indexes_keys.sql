-- Indexes and keys.

-- name: indexes of each schema beside those of primary and unique keys
-- expect: rows
--   audits | 3
--   auth | 7
--   experiments_v1 | 16
--   production | 14
--   projects | 13
--   providers | 14
--   quarantine | 6
SELECT n.nspname, count(*)
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  AND NOT c.relispartition
  AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
GROUP BY n.nspname ORDER BY n.nspname;

-- name: the eleven performance indexes
-- expect: rows
--   audits.idx_audit_entity
--   audits.idx_audit_timestamp
--   audits.idx_audit_user_action
--   experiments_v1.idx_experiments_v1_status_created
--   experiments_v1.idx_experiments_v1_user_status
--   production.idx_production_created_at
--   production.idx_production_user_project
--   providers.idx_provider_health_checked
--   providers.idx_provider_health_status
--   providers.idx_provider_usage_date
--   quarantine.idx_quarantine_status
SELECT n.nspname || '.' || c.relname
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indexrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE i.indisvalid AND c.relname IN (
  'idx_experiments_v1_status_created', 'idx_experiments_v1_user_status', 'idx_production_user_project',
  'idx_production_created_at', 'idx_audit_timestamp', 'idx_audit_user_action', 'idx_audit_entity',
  'idx_quarantine_status', 'idx_provider_health_status', 'idx_provider_usage_date',
  'idx_provider_health_checked')
ORDER BY 1;

-- name: indexes that are not valid
-- expect: none
SELECT i.indexrelid::regclass
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  AND NOT i.indisvalid;

-- name: the six added foreign keys
-- expect: rows
--   fk_evaluations_experiment | experiments_v1.evaluations | experiments_v1.experiments | cascade
--   fk_experiments_user | experiments_v1.experiments | auth.users | set null
--   fk_promotions_experiment | experiments_v1.promotions | experiments_v1.experiments | cascade
--   fk_quarantine_experiment | quarantine.quarantined_records | experiments_v1.experiments | set null
--   fk_sessions_project | production.analysis_sessions | projects.projects | cascade
--   fk_sessions_user | production.analysis_sessions | auth.users | set null
SELECT conname, conrelid::regclass, confrelid::regclass,
  CASE confdeltype WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' ELSE confdeltype::text END
FROM pg_constraint
WHERE contype = 'f' AND conname LIKE 'fk\_%'
ORDER BY conname;

-- name: foreign keys
-- expect: 41
SELECT count(*)
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE k.contype = 'f' AND NOT c.relispartition
  AND n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system');

-- name: constraints that were never validated
-- expect: none
SELECT conrelid::regclass, conname FROM pg_constraint WHERE NOT convalidated;

-- name: tables without a primary key
-- expect: none
SELECT c.oid::regclass
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  AND c.relkind IN ('r', 'p')
  AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conrelid = c.oid AND k.contype = 'p');

-- name: unique keys beside the primary keys
-- expect: 17
SELECT count(*)
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE k.contype = 'u' AND NOT c.relispartition
  AND n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system');
