-- Undoes 008: seventeen indexes, the functions of operations, four tables. LOST: results of health checks,
-- samples of connections, measured queries and noticed lock waits. No tenant loses anything of its own.

-- Like their making, each outside a transaction and without stopping writers.
DROP INDEX CONCURRENTLY IF EXISTS public.idx_workflow_activities_workflow_tenant;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_file_versions_file_tenant;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_tenant_memberships_tenant_user;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_user_preferences_value_gin;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_tenants_quotas_gin;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_tenants_settings_gin;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_tenants_active_tier;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_file_permissions_tenant_user_type;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_workflow_executions_tenant_type_status;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_audit_logs_tenant_created_action;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_sessions_active_tenant;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_user_sessions_tenant_status_expires;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_files_metadata_gin;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_files_ready_tenant;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_files_tenant_user_status_created;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_users_active_tenant;
DROP INDEX CONCURRENTLY IF EXISTS public.idx_users_tenant_email_status;

DROP FUNCTION IF EXISTS public.erase_tenant(uuid);
DROP FUNCTION IF EXISTS public.export_tenant(uuid);
DROP FUNCTION IF EXISTS public.rls_audit();
DROP FUNCTION IF EXISTS public.update_database_health_status();
DROP FUNCTION IF EXISTS public.monitor_connection_pool();
DROP FUNCTION IF EXISTS public.analyze_index_performance();
DROP FUNCTION IF EXISTS public.validate_tenant_connections();
DROP FUNCTION IF EXISTS public.enhanced_database_health_check();
DROP FUNCTION IF EXISTS public.health_status(numeric, numeric, numeric);

DROP TABLE IF EXISTS
  public.database_locks_log, public.query_performance_log, public.connection_pool_stats,
  public.database_health_checks;
