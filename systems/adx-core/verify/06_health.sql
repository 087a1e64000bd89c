-- The health functions answer on this server. They only read.

-- name: checks of the database health check
-- expect: rows
--   active_sessions
--   database_connection
--   rls_policies
--   tenant_count
SELECT check_name FROM database_health_check() ORDER BY 1;

-- name: checks of the enhanced health check
-- expect: rows
--   active_connections
--   database_connection
--   database_size
--   index_usage
--   query_performance
--   tenant_isolation
SELECT check_name FROM enhanced_database_health_check() ORDER BY 1;

-- name: answers of both checks that are no status
-- expect: none
SELECT check_name, status FROM database_health_check()
WHERE status NOT IN ('healthy', 'warning', 'critical', 'unknown')
UNION ALL
SELECT check_name, status FROM enhanced_database_health_check()
WHERE status NOT IN ('healthy', 'warning', 'critical', 'unknown') OR response_time_ms < 0;

-- name: active tenants that cannot be reached
-- expect: none
SELECT tenant_name, connection_status
FROM validate_tenant_connections()
WHERE connection_status <> 'connected';

-- name: indexes that the index analysis covers
-- expect: >= 233
SELECT count(*) FROM analyze_index_performance() WHERE recommendation <> '';

-- name: statuses below, between and beyond two thresholds, and without a measurement
-- expect: healthy, warning, critical, unknown
SELECT concat_ws(', ',
  health_status(99, 100, 500), health_status(100, 100, 500), health_status(500, 100, 500),
  health_status(NULL, 100, 500)
);
