-- Rows that the platform brings along, and its checks of values.

-- name: retention of each table, in days, with the column it goes by
-- expect: rows
--   audits.audit_log | 2555 | timestamp
--   experiments_v1.evaluations | 365 | created_at
--   experiments_v1.experiments | 365 | created_at
--   production.analysis_sessions | 90 | created_at
--   production.analysis_tasks | 90 | created_at
--   providers.usage_tracking | 365 | created_at
--   quarantine.quarantined_records | 730 | quarantined_at
SELECT table_schema || '.' || table_name, retention_days, partition_column
FROM system.retention_policies ORDER BY 1;

-- name: retention policies whose table or column does not exist
-- expect: none
SELECT r.table_schema, r.table_name, r.partition_column
FROM system.retention_policies AS r
WHERE NOT EXISTS (
  SELECT FROM pg_attribute AS a
  WHERE a.attrelid = to_regclass(format('%I.%I', r.table_schema, r.table_name))
    AND a.attname = r.partition_column AND NOT a.attisdropped);

-- name: connection pools, smallest and largest size
-- expect: rows
--   audit_logging | 3 | 15
--   v1_experimentation | 5 | 20
--   v2_production | 10 | 50
--   v3_quarantine | 2 | 10
SELECT pool_name, min_connections, max_connections FROM system.connection_pool_settings ORDER BY pool_name;

-- name: check constraints of each schema
-- expect: rows
--   auth | 4
--   experiments_v1 | 9
--   production | 5
--   projects | 3
--   providers | 5
--   quarantine | 2
--   system | 5
SELECT n.nspname, count(*)
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE k.contype = 'c' AND NOT c.relispartition
  AND n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
GROUP BY n.nspname ORDER BY n.nspname;

-- name: problems in the chain of the audit log
-- expect: none
SELECT entry_id, problem FROM audits.verify_chain();
