-- Tables, columns and what was promised about their shape.

-- name: tables, partitions and the ledger apart
-- expect: 39
SELECT count(*) FROM pg_class c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND c.relname <> 'schema_migrations';

-- name: columns of each table
-- expect: rows
--   access_audit_log | 16
--   agent_learning_patterns | 15
--   agent_performance_daily | 19
--   agent_task_history | 26
--   application_architecture_overrides | 12
--   application_components | 9
--   assessment_flows | 28
--   assessment_learning_feedback | 8
--   assessments | 12
--   asset_dependencies | 13
--   asset_phase_history | 10
--   assets | 81
--   client_access | 15
--   client_accounts | 34
--   collection_flows | 29
--   component_treatments | 8
--   crewai_flow_state_extensions | 32
--   data_imports | 23
--   data_retention_rules | 6
--   discovery_flows | 43
--   engagement_access | 17
--   engagement_architecture_standards | 11
--   engagements | 22
--   execution_flows | 29
--   import_field_mappings | 16
--   llm_model_pricing | 7
--   llm_usage_log | 20
--   migration_waves | 21
--   planning_flows | 27
--   platform_adapters | 12
--   platform_credentials | 14
--   raw_import_records | 15
--   security_audit_logs | 29
--   sixr_decisions | 13
--   tech_debt_analysis | 10
--   user_account_associations | 6
--   user_profiles | 19
--   user_roles | 15
--   users | 14
SELECT c.relname, count(*)
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND c.relname <> 'schema_migrations'
GROUP BY c.relname ORDER BY c.relname;

-- name: tables and views outside the schema, extensions and the runner's own apart
-- expect: none
SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname NOT IN ('migration', 'bulkhead', 'pg_catalog', 'information_schema', 'pg_toast')
  AND n.nspname !~ '^pg_(temp|toast_temp)_' AND c.relkind IN ('r', 'p', 'v', 'm')
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e');

-- name: enum types
-- expect: 0
SELECT count(*) FROM pg_type t WHERE t.typtype = 'e' AND t.typnamespace = 'migration'::regnamespace;

-- name: columns called is_mock
-- expect: 0
SELECT count(*) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = 'migration'::regnamespace AND a.attname = 'is_mock';

-- name: columns of assets, at least the sixty of the design
-- expect: >= 60
SELECT count(*) FROM pg_attribute a
WHERE a.attrelid = 'migration.assets'::regclass AND a.attnum > 0 AND NOT a.attisdropped;

-- name: columns of type vector
-- expect: rows
--   agent_learning_patterns | embedding | vector(1536)
SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p')
  AND a.atttypid = 'public.vector'::regtype;

-- name: primary keys called id that are no uuid made by gen_random_uuid
-- expect: none
SELECT c.relname
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'id'
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND (a.atttypid <> 'uuid'::regtype
    OR pg_get_expr(d.adbin, d.adrelid) IS DISTINCT FROM 'gen_random_uuid()');

-- name: columns of type json, timestamp without time zone, or money in floating point
-- expect: none
SELECT c.relname, a.attname
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
  AND c.relname <> 'schema_migrations' AND (
    a.atttypid IN ('json'::regtype, 'timestamp'::regtype)
    OR a.attname ~ '(_cost|_savings)$' AND a.atttypid <> 'numeric'::regtype
  );

-- name: tables whose two tenant columns are both required
-- expect: 25
SELECT count(*) FROM pg_class c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND 2 = (
    SELECT count(*) FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attname IN ('client_account_id', 'engagement_id') AND a.attnotnull
  );

-- name: tables without both, the exceptions
-- expect: rows
--   access_audit_log
--   agent_learning_patterns
--   client_access
--   client_accounts
--   data_retention_rules
--   engagements
--   llm_model_pricing
--   platform_adapters
--   platform_credentials
--   security_audit_logs
--   user_account_associations
--   user_profiles
--   user_roles
--   users
SELECT c.relname FROM pg_class c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND c.relname <> 'schema_migrations'
  AND 2 > (
    SELECT count(*) FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attname IN ('client_account_id', 'engagement_id') AND a.attnotnull
  )
ORDER BY 1;

-- name: tables that are partitioned, and by what
-- expect: rows
--   agent_task_history | RANGE (created_at)
--   llm_usage_log | RANGE (created_at)
--   security_audit_logs | RANGE (created_at)
SELECT c.relname, pg_get_partkeydef(c.oid) FROM pg_class c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind = 'p' ORDER BY 1;

-- name: extensions
-- expect: rows
--   btree_gist
--   vector
SELECT e.extname FROM pg_extension e WHERE e.extname IN ('vector', 'btree_gist') ORDER BY 1;
