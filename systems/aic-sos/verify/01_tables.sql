-- Tables, types and what each table must have.

-- name: tables
-- expect: 27
SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migrations';

-- name: columns of each table
-- expect: rows
--   api_keys | 13
--   approval_decisions | 7
--   approval_requests | 15
--   audit_config | 11
--   audit_events | 19
--   connector_installations | 15
--   environments | 9
--   key_validation_results | 8
--   metering_events | 13
--   permissions | 5
--   policies | 9
--   policy_bindings | 10
--   principals | 12
--   provider_keys | 16
--   role_bindings | 7
--   roles | 8
--   runs | 18
--   secret_rotation_log | 9
--   sessions | 11
--   steps | 17
--   tenants | 6
--   tool_calls | 13
--   usage_summary | 13
--   workflow_versions | 12
--   workflows | 10
--   workspace_config | 9
--   workspaces | 10
SELECT table_name, count(*) FROM information_schema.columns
WHERE table_schema = 'public' AND table_name <> 'schema_migrations'
GROUP BY table_name ORDER BY table_name COLLATE "C";

-- name: enum types and their values
-- expect: rows
--   approval_status | requested,approved,rejected,expired,canceled
--   run_status | queued,running,waiting_approval,succeeded,failed_retryable,failed_terminal,canceled
--   step_status | ready,running,waiting_approval,succeeded,failed_retryable,failed_terminal,canceled
SELECT t.typname, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
FROM pg_type AS t JOIN pg_enum AS e ON e.enumtypid = t.oid
WHERE t.typnamespace = 'public'::regnamespace
GROUP BY t.typname ORDER BY t.typname COLLATE "C";

-- name: primary keys that are no generated uuid
-- expect: none
SELECT c.relname
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE k.contype = 'p' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_migrations'
  AND (cardinality(k.conkey) > 1 OR a.atttypid <> 'uuid'::regtype
    OR pg_get_expr(d.adbin, d.adrelid) IS DISTINCT FROM 'gen_random_uuid()');

-- name: tables without a tenant
-- expect: rows
--   permissions
SELECT c.relname FROM pg_class AS c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migrations'
  AND NOT EXISTS (
    SELECT FROM pg_attribute AS a
    WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnotnull AND NOT a.attisdropped)
ORDER BY 1;

-- name: catalogue of permissions
-- expect: >= 30
SELECT count(*) FROM permissions;

-- name: permissions the catalogue must name
-- expect: 4
SELECT count(*) FROM permissions
WHERE resource || ':' || action IN ('policy:create', 'run:delete', 'connector:install', 'audit:view');

-- name: workspaces without their five built-in roles
-- expect: none
SELECT w.workspace_id FROM workspaces AS w
WHERE 5 <> (SELECT count(*) FROM roles AS r WHERE r.workspace_id = w.workspace_id AND r.is_builtin);
