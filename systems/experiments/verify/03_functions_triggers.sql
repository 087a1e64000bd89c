-- Functions and triggers.

-- name: encryption and audit functions, all SECURITY DEFINER
-- expect: rows
--   audits.log_sensitive_operation() | definer
--   system.decrypt_data(bytea,uuid) | definer
--   system.encrypt_data(text,uuid) | definer
SELECT p.oid::regprocedure::text, CASE WHEN p.prosecdef THEN 'definer' ELSE 'invoker' END
FROM pg_proc AS p
WHERE p.pronamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('audits', 'system'))
  AND p.proname IN ('encrypt_data', 'decrypt_data', 'log_sensitive_operation')
ORDER BY 1;

-- name: functions of the access rules
-- expect: rows
--   auth.current_user_id() | uuid
--   auth.find_login(text) | record
--   projects.accessible_projects() | uuid[]
--   projects.accessible_versions() | uuid[]
--   projects.can_access(uuid) | boolean
SELECT p.oid::regprocedure::text, p.prorettype::regtype
FROM pg_proc AS p
WHERE p.pronamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('auth', 'projects'))
  AND p.prorettype <> 'trigger'::regtype
ORDER BY 1;

-- name: SECURITY DEFINER functions whose search_path is open
-- expect: none
SELECT p.oid::regprocedure
FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  AND p.prosecdef
  AND NOT EXISTS (
    SELECT FROM unnest(p.proconfig) AS setting WHERE setting = 'search_path=pg_catalog, pg_temp');

-- name: triggers
-- expect: rows
--   audits.audit_log | prevent_audit_modification
--   audits.audit_log | prevent_audit_truncate
--   audits.audit_log | validate_audit_chain
--   auth.audit_logs | audit_logs_append_only
--   auth.audit_logs | audit_logs_no_truncate
--   auth.users | audit_users_changes
--   auth.users | users_lock_account
--   auth.users | users_lower_email
--   experiments_v1.experiments | experiments_guard
--   experiments_v1.promotions | audit_promotions_changes
--   experiments_v1.promotions | promotions_guard
--   experiments_v1.promotions | promotions_record
--   production.analysis_sessions | analysis_sessions_keep_owner
--   projects.projects | projects_keep_owner
--   providers.usage_tracking | usage_tracking_quota
--   providers.user_providers | audit_api_keys_changes
--   quarantine.quarantined_records | quarantined_records_guard
--   quarantine.quarantined_records | quarantined_records_no_truncate
SELECT n.nspname || '.' || c.relname, t.tgname
FROM pg_trigger AS t
JOIN pg_class AS c ON c.oid = t.tgrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  AND NOT t.tgisinternal AND NOT c.relispartition
ORDER BY 1, 2;

-- name: audit triggers that watch insert, update and delete of each row
-- expect: rows
--   audit_api_keys_changes | providers.user_providers
--   audit_promotions_changes | experiments_v1.promotions
--   audit_users_changes | auth.users
SELECT t.tgname, t.tgrelid::regclass
FROM pg_trigger AS t
WHERE t.tgfoid = to_regprocedure('audits.log_sensitive_operation()')
  AND t.tgtype & 1 = 1 AND t.tgtype & 2 = 0 AND t.tgtype & 28 = 28
ORDER BY 1;

-- name: triggers that are switched off
-- expect: none
SELECT t.tgrelid::regclass, t.tgname FROM pg_trigger AS t WHERE t.tgenabled = 'D';

-- name: partitions of the log that lack one of its three triggers
-- expect: none
SELECT i.inhrelid::regclass, wanted
FROM pg_inherits AS i
CROSS JOIN unnest(ARRAY[
  'validate_audit_chain', 'prevent_audit_modification', 'prevent_audit_truncate']) AS wanted
WHERE i.inhparent = to_regclass('audits.audit_log')
  AND NOT EXISTS (SELECT FROM pg_trigger AS t WHERE t.tgrelid = i.inhrelid AND t.tgname = wanted);
