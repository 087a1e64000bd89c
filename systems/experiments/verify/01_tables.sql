-- Tables, columns and views. Partitions of the log are asked about on their own.

-- name: tables of each schema
-- expect: rows
--   audits | 1
--   auth | 5
--   experiments_v1 | 5
--   production | 4
--   projects | 6
--   providers | 6
--   quarantine | 2
--   system | 3
SELECT n.nspname, count(*)
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  AND c.relkind IN ('r', 'p') AND NOT c.relispartition
GROUP BY n.nspname ORDER BY n.nspname;

-- name: columns of each table
-- expect: rows
--   audits.audit_log | 11
--   auth.audit_logs | 8
--   auth.invitations | 9
--   auth.password_resets | 6
--   auth.sessions | 10
--   auth.users | 14
--   experiments_v1.blacklist | 9
--   experiments_v1.comparison_reports | 8
--   experiments_v1.evaluations | 11
--   experiments_v1.experiments | 13
--   experiments_v1.promotions | 10
--   production.analysis_sessions | 10
--   production.analysis_tasks | 10
--   production.artifacts | 9
--   production.code_review_results | 10
--   projects.baselines | 9
--   projects.policies | 7
--   projects.project_policies | 4
--   projects.projects | 8
--   projects.version_history | 8
--   projects.versions | 9
--   providers.cost_alerts | 7
--   providers.provider_health | 10
--   providers.providers | 12
--   providers.usage_tracking | 10
--   providers.user_providers | 12
--   providers.user_quotas | 8
--   quarantine.quarantined_records | 14
--   quarantine.reevaluation_requests | 11
--   system.connection_pool_settings | 8
--   system.encryption_keys | 9
--   system.retention_policies | 8
SELECT n.nspname || '.' || c.relname, count(*)
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  AND c.relkind IN ('r', 'p') AND NOT c.relispartition
GROUP BY n.nspname, c.relname ORDER BY n.nspname, c.relname;

-- name: views, which all look with their reader's rights
-- expect: rows
--   audits.statistics | security_invoker=true
--   quarantine.statistics | security_invoker=true
SELECT n.nspname || '.' || c.relname, array_to_string(c.reloptions, ', ')
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  AND c.relkind IN ('v', 'm')
ORDER BY 1;

-- name: the log is partitioned by time, with a default partition
-- expect: rows
--   RANGE ("timestamp") | audits.audit_log_default
SELECT pg_get_partkeydef(p.partrelid), p.partdefid::regclass
FROM pg_partitioned_table AS p WHERE p.partrelid = to_regclass('audits.audit_log');

-- name: months from now to three months ahead without a partition
-- expect: none
SELECT to_char(month, 'YYYY_MM')
FROM generate_series(0, 3) AS ahead,
  LATERAL (SELECT (now() AT TIME ZONE 'UTC') + make_interval(months => ahead)) AS m (month)
WHERE NOT EXISTS (
  SELECT FROM pg_inherits AS i
  WHERE i.inhparent = to_regclass('audits.audit_log')
    AND i.inhrelid = to_regclass('audits.audit_log_' || to_char(month, 'YYYY_MM')));

-- name: the extension pgcrypto is in schema public
-- expect: public
SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'pgcrypto';
