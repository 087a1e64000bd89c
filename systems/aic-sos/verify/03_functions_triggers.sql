-- Functions and triggers.

-- name: updated_at triggers
-- expect: 14
SELECT count(*) FROM pg_trigger AS t
WHERE t.tgfoid = 'update_timestamp()'::regprocedure AND t.tgenabled = 'O'
  AND t.tgname = t.tgrelid::regclass::text || '_update_timestamp';

-- name: append-only tables, with their row and TRUNCATE guards
-- expect: rows
--   approval_decisions | 2
--   audit_events | 2
--   metering_events | 2
--   secret_rotation_log | 2
SELECT t.tgrelid::regclass::text COLLATE "C", count(*) FROM pg_trigger AS t
WHERE t.tgfoid = 'guard_append_only()'::regprocedure AND t.tgenabled = 'O'
GROUP BY 1 ORDER BY 1;

-- name: tables whose changes are audited
-- expect: 15
SELECT count(*) FROM pg_trigger WHERE tgfoid = 'audit_row_change()'::regprocedure AND tgenabled = 'O';

-- name: other guards
-- expect: rows
--   api_keys | guard_api_key
--   approval_decisions | guard_approval_decision
--   approval_decisions | resolve_approval
--   approval_requests | guard_approval_request
--   audit_events | audit_chain
--   policies | guard_version
--   roles | guard_role
--   runs | guard_metadata_only
--   runs | guard_run_status
--   sessions | guard_session
--   steps | guard_metadata_only
--   steps | guard_step_status
--   tenants | guard_region
--   tool_calls | guard_metadata_only
--   workflow_versions | guard_version
--   workspaces | guard_region
--   workspaces | seed_builtin_roles
SELECT c.relname COLLATE "C", p.proname COLLATE "C"
FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_proc AS p ON p.oid = t.tgfoid
WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_migrations'
  AND NOT t.tgisinternal AND t.tgenabled = 'O'
  AND p.proname NOT IN ('update_timestamp', 'guard_same_tenant', 'guard_append_only', 'audit_row_change')
ORDER BY 1, 2;

-- name: tables of tenants whose rows could move to another tenant
-- expect: none
SELECT c.relname
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  AND NOT EXISTS (
    SELECT FROM pg_trigger AS t
    WHERE t.tgrelid = c.oid AND t.tgenabled = 'O'
      -- 16: it fires on UPDATE. A table that takes no updates has no need of it.
      AND t.tgfoid IN ('guard_same_tenant()'::regprocedure, 'guard_append_only()'::regprocedure)
      AND t.tgtype & 16 = 16);

-- name: functions for callers that are missing
-- expect: none
SELECT wanted FROM unnest(ARRAY[
  'app_tenant_id()', 'app_workspace_id()', 'publish_workflow_version(uuid,uuid)',
  'start_run(uuid,text,text,jsonb)', 'request_approval(uuid,text,text,jsonb,integer,timestamptz)',
  'decide_approval(uuid,uuid,text,text)', 'expire_approval_requests()',
  'rotate_provider_key(uuid,text,text,uuid,text)', 'rotate_connector_credential(uuid,text,text,uuid,text)',
  'rotate_api_key(uuid,text,text,uuid,text)', 'record_validation(uuid,text,text,jsonb,interval)',
  'needs_validation(uuid)', 'append_audit_event(text,text,uuid,jsonb,text,text,uuid,timestamptz,uuid)',
  'verify_audit_chain(uuid,uuid)', 'purge_expired_audit(uuid)', 'export_audit(uuid,timestamptz)',
  'rollup_usage(text,timestamptz,timestamptz)', 'check_budget(uuid)', 'resolve_api_key(text)',
  'resolve_session(uuid)', 'erase_tenant(uuid)'
]) AS wanted
WHERE to_regprocedure('public.' || wanted) IS NULL;

-- name: SECURITY DEFINER functions whose search_path is open
-- expect: none
SELECT p.oid::regprocedure FROM pg_proc AS p
WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
  AND NOT ('search_path=public, pg_temp' = ANY (coalesce(p.proconfig, '{}')));

-- name: broken audit chains
-- expect: none
SELECT c.tenant_id, c.workspace_id, v.first_bad_seq, v.reason
FROM (SELECT DISTINCT tenant_id, workspace_id FROM audit_events) AS c,
  LATERAL verify_audit_chain(c.tenant_id, c.workspace_id) AS v;
