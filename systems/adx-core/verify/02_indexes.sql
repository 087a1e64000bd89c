-- Indexes: the 233 explicit ones of the first design are called idx_…, ours are not.

-- name: explicit indexes of the first design
-- expect: 233
SELECT count(*) FROM pg_indexes WHERE schemaname = 'public' AND indexname LIKE 'idx\_%';

-- name: explicit indexes of each migration
-- expect: rows
--   001 | 27
--   003 | 35
--   004 | 38
--   005 | 41
--   006 | 27
--   007 | 42
--   008 | 23
SELECT
  CASE
    WHEN i.indexname IN (
      'idx_users_tenant_email_status', 'idx_users_active_tenant', 'idx_files_tenant_user_status_created',
      'idx_files_ready_tenant', 'idx_files_metadata_gin', 'idx_user_sessions_tenant_status_expires',
      'idx_sessions_active_tenant', 'idx_audit_logs_tenant_created_action',
      'idx_workflow_executions_tenant_type_status', 'idx_file_permissions_tenant_user_type',
      'idx_tenants_active_tier', 'idx_tenants_settings_gin', 'idx_tenants_quotas_gin',
      'idx_user_preferences_value_gin', 'idx_tenant_memberships_tenant_user', 'idx_file_versions_file_tenant',
      'idx_workflow_activities_workflow_tenant'
    ) THEN '008'
    WHEN i.tablename IN (
      'database_health_checks', 'connection_pool_stats', 'query_performance_log', 'database_locks_log'
    ) THEN '008'
    WHEN i.tablename IN (
      'tenants', 'users', 'user_sessions', 'files', 'file_permissions', 'tenant_memberships', 'audit_logs'
    ) THEN '001'
    WHEN i.tablename IN (
      'password_reset_tokens', 'email_verification_tokens', 'user_mfa', 'sso_providers', 'sso_user_mappings',
      'api_keys', 'login_attempts', 'rate_limits'
    ) THEN '003'
    WHEN i.tablename LIKE 'file\_%' OR i.tablename = 'storage_providers' THEN '004'
    WHEN i.tablename LIKE '%workflow%' THEN '005'
    WHEN i.tablename LIKE 'tenant\_%' THEN '006'
    WHEN i.tablename LIKE 'user\_%' THEN '007'
  END AS migration,
  count(*)
FROM pg_indexes i
WHERE i.schemaname = 'public' AND i.indexname LIKE 'idx\_%'
GROUP BY migration
ORDER BY migration;

-- name: explicit indexes of our own
-- expect: rows
--   query_performance_log_tenant_executed
--   storage_providers_one_default
--   tenant_invitations_one_open
--   user_connections_one_per_pair
SELECT i.indexrelid::regclass::text
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid
WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_migrations'
  AND i.indexrelid::regclass::text NOT LIKE 'idx\_%'
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
ORDER BY 1;

-- name: GIN indexes
-- expect: rows
--   idx_files_metadata_gin
--   idx_tenant_webhooks_events
--   idx_tenants_quotas_gin
--   idx_tenants_settings_gin
--   idx_user_bookmarks_tags
--   idx_user_preferences_value_gin
SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE '%USING gin%' ORDER BY 1;

-- name: partial indexes
-- expect: rows
--   idx_files_ready_tenant | (status = 'ready'::file_status)
--   idx_sessions_active_tenant | (status = 'active'::session_status)
--   idx_tenants_active_tier | is_active
--   idx_users_active_tenant | (status = 'active'::user_status)
--   storage_providers_one_default | is_default
--   tenant_invitations_one_open | (accepted_at IS NULL)
SELECT i.indexrelid::regclass, pg_get_expr(i.indpred, i.indrelid)
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid
WHERE c.relnamespace = 'public'::regnamespace AND i.indpred IS NOT NULL
ORDER BY i.indexrelid::regclass::text;

-- name: indexes that a broken build left behind
-- expect: none
SELECT i.indexrelid::regclass
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid
WHERE c.relnamespace = 'public'::regnamespace AND NOT (i.indisvalid AND i.indisready);

-- name: tables of tenants without an index led by tenant_id
-- expect: none
SELECT a.attrelid::regclass
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'tenant_id'
  AND NOT EXISTS (
    SELECT FROM pg_index i
    WHERE i.indrelid = a.attrelid AND i.indkey[0] = a.attnum AND i.indisvalid AND i.indpred IS NULL
  );
