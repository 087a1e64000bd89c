-- Functions, triggers, partitions and retention.

-- name: functions, trigger functions apart, and who may call them
-- expect: rows
--   apply_pattern | admin app
--   apply_retention | admin
--   archive_engagement | admin app
--   assert_production_ready | admin app
--   current_client_id | admin app reporting
--   current_engagement_id | admin app reporting
--   ensure_partitions | admin
--   enter_phase | admin app
--   extend_check | admin
--   find_login | admin app
--   forget_user | admin
--   has_role | admin app
--   is_test_tenant | admin
--   match_learning_patterns | admin app reporting
--   phase_flows_of | admin app
--   protect_partition | -
--   purge_tenant | admin
--   rollback_phase | admin app
--   rollup_agent_performance | admin
--   set_tenant_context | admin app reporting
SELECT p.proname, coalesce((
  SELECT string_agg(r.short, ' ' ORDER BY r.short)
  FROM (VALUES
    ('application_role', 'app'), ('reporting_role', 'reporting'), ('platform_admin_role', 'admin')
  ) AS r (name, short)
  WHERE has_function_privilege(r.name, p.oid, 'EXECUTE')
), '-')
FROM pg_proc p
WHERE p.pronamespace = 'migration'::regnamespace AND p.prorettype <> 'trigger'::regtype
ORDER BY 1;

-- name: functions with definer rights and their owner
-- expect: rows
--   apply_retention | migration_definer
--   assert_production_ready | migration_definer
--   check_client_quota | migration_definer
--   ensure_partitions | migration_definer
--   extend_check | migration_definer
--   find_login | migration_definer
--   forget_user | migration_definer
--   purge_tenant | migration_definer
--   rollup_agent_performance | migration_definer
SELECT p.proname, p.proowner::regrole FROM pg_proc p
WHERE p.pronamespace = 'migration'::regnamespace AND p.prosecdef ORDER BY 1;

-- name: functions whose search_path is open, those without a body to be fooled apart
-- expect: none
SELECT p.proname FROM pg_proc p
WHERE p.pronamespace = 'migration'::regnamespace AND p.prosqlbody IS NULL
  AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (p.proconfig), false);

-- name: triggers by their function
-- expect: rows
--   apply_sixr_decision | 1
--   check_client_quota | 2
--   check_mapping_target | 1
--   check_master_completion | 1
--   clear_default_engagement | 1
--   guard_append_only | 4
--   record_phase_transition | 4
--   refuse_archived | 26
--   refuse_archived_engagement | 1
--   sync_discovery_state | 1
--   touch_updated_at | 27
SELECT p.proname, count(*)
FROM pg_trigger g JOIN pg_proc p ON p.oid = g.tgfoid JOIN pg_class c ON c.oid = g.tgrelid
WHERE NOT g.tgisinternal AND c.relnamespace = 'migration'::regnamespace AND NOT c.relispartition
GROUP BY 1 ORDER BY 1;

-- name: triggers that are switched off
-- expect: none
SELECT c.relname, g.tgname FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
WHERE c.relnamespace = 'migration'::regnamespace AND g.tgenabled <> 'O';

-- name: tables with updated_at that nothing touches
-- expect: none
SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'updated_at'
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p')
  AND NOT EXISTS (
    SELECT FROM pg_trigger g
    WHERE g.tgrelid = c.oid AND g.tgfoid = 'migration.touch_updated_at()'::regprocedure
  );

-- name: tables of engagements that an archived engagement leaves open, the audits apart
-- expect: none
SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'engagement_id'
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND c.relname NOT IN ('security_audit_logs', 'access_audit_log')
  AND NOT EXISTS (
    SELECT FROM pg_trigger g
    WHERE g.tgrelid = c.oid AND g.tgfoid = 'migration.refuse_archived()'::regprocedure
  );

-- name: parts of the audits that could be truncated
-- expect: none
SELECT c.relname FROM pg_class c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p')
  AND c.relname ~ '^(security_audit_logs|access_audit_log)'
  AND NOT EXISTS (
    SELECT FROM pg_trigger g
    WHERE g.tgrelid = c.oid AND g.tgfoid = 'migration.guard_append_only()'::regprocedure
      AND g.tgtype & 32 <> 0
  );

-- name: partitioned tables without a partition for today or without a default
-- expect: none
SELECT p.parent, ahead.n
FROM (VALUES ('agent_task_history'), ('llm_usage_log'), ('security_audit_logs')) AS p (parent)
CROSS JOIN generate_series(-1, 0) AS ahead (n)
WHERE to_regclass('migration.' || p.parent || CASE
    WHEN ahead.n = -1 THEN '_default'
    WHEN p.parent = 'agent_task_history' THEN to_char(now() AT TIME ZONE 'UTC', '_IYYY"_w"IW')
    ELSE to_char(now() AT TIME ZONE 'UTC', '_YYYY_MM')
  END) IS NULL;

-- name: partitions that upkeep is late with, one period ahead
-- expect: none
SELECT p.parent
FROM (VALUES ('agent_task_history'), ('llm_usage_log'), ('security_audit_logs')) AS p (parent)
WHERE to_regclass('migration.' || p.parent || CASE p.parent
    WHEN 'agent_task_history' THEN to_char((now() + interval '7 days') AT TIME ZONE 'UTC', '_IYYY"_w"IW')
    ELSE to_char(date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month', '_YYYY_MM')
  END) IS NULL;

-- name: names of partitions that do not follow the rule
-- expect: none
SELECT c.relname
FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind = 'r'
  AND c.relname !~ ('^' || p.relname || CASE p.relname
    WHEN 'agent_task_history' THEN '_(\d{4}_w\d{2}|default)$' ELSE '_(\d{4}_\d{2}|default)$' END);

-- name: retention rules that are missing or keep less than promised
-- expect: none
SELECT d.table_name, r.keep_days
FROM (VALUES
  ('access_audit_log', 730), ('agent_task_history', 180), ('llm_usage_log', 365), ('raw_import_records', 365),
  ('security_audit_logs', 2555)
) AS d (table_name, days)
LEFT JOIN migration.data_retention_rules r USING (table_name)
WHERE r.keep_days IS NULL OR r.keep_days < d.days;
