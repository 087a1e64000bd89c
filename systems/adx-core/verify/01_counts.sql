-- The totals of the first design, and what is added to them.
-- 58 tables, 5 enum types, 233 indexes, 52 policies, 34 updated_at triggers, 13 functions; one table more.

-- name: tables
-- expect: 59
SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migrations';

-- name: tables of each migration
-- expect: rows
--   001 | 8
--   002 | 1
--   003 | 8
--   004 | 10
--   005 | 9
--   006 | 9
--   007 | 10
--   008 | 4
SELECT made.migration, count(c.oid)
FROM (VALUES
  ('001', '{tenants,tenant_schemas,users,user_sessions,files,file_permissions,tenant_memberships,
    audit_logs}'),
  ('002', '{tenant_databases}'),
  ('003', '{password_reset_tokens,email_verification_tokens,user_mfa,sso_providers,sso_user_mappings,api_keys,
    login_attempts,rate_limits}'),
  ('004', '{file_versions,file_shares,file_processing_jobs,file_thumbnails,file_tags,file_tag_assignments,
    file_folders,file_folder_assignments,file_access_logs,storage_providers}'),
  ('005', '{workflow_executions,workflow_activities,workflow_schedules,workflow_templates,workflow_signals,
    workflow_queries,workflow_metrics,ai_workflow_configs,cross_service_workflows}'),
  ('006', '{tenant_billing,tenant_usage,tenant_features,tenant_invitations,tenant_domains,tenant_branding,
    tenant_webhooks,tenant_backups,tenant_compliance}'),
  ('007', '{user_profiles,user_preferences,user_notification_settings,user_activity_log,user_teams,
    user_team_memberships,user_skills,user_connections,user_saved_searches,user_bookmarks}'),
  ('008', '{database_health_checks,connection_pool_stats,query_performance_log,database_locks_log}')
) AS made (migration, tables)
LEFT JOIN pg_class c ON c.relname = ANY (made.tables::text[])
  AND c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
GROUP BY made.migration
ORDER BY made.migration;

-- name: enum types and their values
-- expect: rows
--   file_status | uploading, processing, ready, failed, deleted
--   session_status | active, expired, revoked
--   subscription_tier | free, professional, enterprise
--   tenant_isolation_level | schema, database, row
--   user_status | active, inactive, suspended, pending_verification
SELECT t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
FROM pg_type t
JOIN pg_enum e ON e.enumtypid = t.oid
WHERE t.typnamespace = 'public'::regnamespace
GROUP BY t.typname
ORDER BY t.typname;

-- name: updated_at triggers
-- expect: 34
SELECT count(*)
FROM pg_trigger t
WHERE t.tgname = 'update_' || t.tgrelid::regclass::text || '_updated_at'
  AND t.tgfoid = 'update_updated_at_column'::regproc AND t.tgenabled = 'O';

-- name: tables with updated_at that no trigger keeps, tenant_databases apart
-- expect: none
SELECT c.table_name
FROM information_schema.columns c
WHERE c.table_schema = 'public' AND c.column_name = 'updated_at' AND c.table_name <> 'tenant_databases'
  AND NOT EXISTS (
    SELECT FROM pg_trigger t
    WHERE t.tgrelid = to_regclass(c.table_name) AND t.tgfoid = 'update_updated_at_column'::regproc
  );

-- name: functions of the first design
-- expect: 13
SELECT count(DISTINCT p.proname)
FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace AND p.proname IN (
  'update_updated_at_column', 'create_tenant_schema', 'drop_tenant_schema', 'set_tenant_context',
  'clear_tenant_context', 'get_current_tenant_id', 'create_tenant_with_isolation', 'database_health_check',
  'enhanced_database_health_check', 'validate_tenant_connections', 'analyze_index_performance',
  'monitor_connection_pool', 'update_database_health_status'
);

-- name: functions promised besides
-- expect: 9
SELECT count(DISTINCT p.proname)
FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace AND p.proname IN (
  'expire_sessions', 'expire_tokens', 'redeem_file_share', 'resolve_tenant', 'resolve_session',
  'resolve_api_key', 'erase_tenant', 'export_tenant', 'rls_audit'
);

-- name: functions altogether, without those of extensions
-- expect: 35
SELECT count(*)
FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e');

-- name: policies by kind (55 isolate: 52 of the first design and 3 ours)
-- expect: rows
--   all_tenants | 59
--   public | 1
--   tenant_isolation | 55
--   unknown_tenant | 2
SELECT left(p.policyname, -length(p.tablename) - 1) AS kind, count(*)
FROM pg_policies p
WHERE p.schemaname = 'public'
GROUP BY kind
ORDER BY kind;

-- name: isolating policies of the first design
-- expect: 52
SELECT count(*)
FROM pg_policies p
WHERE p.schemaname = 'public' AND p.policyname = 'tenant_isolation_' || p.tablename
  AND p.tablename NOT IN ('tenants', 'tenant_schemas', 'query_performance_log');
