-- Indexes, foreign keys and unique keys.

-- name: explicit indexes
-- expect: >= 87
SELECT count(*)
FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid
WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_migrations'
  AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'));

-- name: indexes that are invalid or no B-tree
-- expect: none
SELECT i.indexrelid::regclass
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indexrelid
JOIN pg_am AS m ON m.oid = c.relam
WHERE c.relnamespace = 'public'::regnamespace AND (NOT i.indisvalid OR m.amname <> 'btree');

-- name: tables that a tenant's erasure would not empty
-- expect: none
SELECT c.relname
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'tenants'
  AND NOT EXISTS (
    SELECT FROM pg_constraint AS k
    WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid = 'tenants'::regclass
      AND k.conkey = ARRAY[a.attnum] AND k.confdeltype = 'c');

-- name: tables with a workspace that may be another tenant's
-- expect: none
SELECT c.relname
FROM pg_class AS c
JOIN pg_attribute AS t ON t.attrelid = c.oid AND t.attname = 'tenant_id'
JOIN pg_attribute AS w ON w.attrelid = c.oid AND w.attname = 'workspace_id'
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'workspaces'
  AND NOT EXISTS (
    SELECT FROM pg_constraint AS k
    WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid = 'workspaces'::regclass
      AND k.conkey = ARRAY[t.attnum, w.attnum]);

-- name: foreign keys that restrict
-- expect: rows
--   approval_decisions | decided_by
--   runs | workflow_version_id
SELECT c.relname, a.attname
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
WHERE c.relnamespace = 'public'::regnamespace AND k.contype = 'f' AND k.confdeltype = 'r'
ORDER BY 1, 2;

-- name: foreign keys of the log that leave its rows alone
-- expect: rows
--   actor_id
--   previous_event_id
SELECT a.attname
FROM pg_constraint AS k
JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
WHERE k.conrelid = 'audit_events'::regclass AND k.contype = 'f' AND k.confdeltype = 'a'
ORDER BY 1;

-- name: partial unique indexes
-- expect: rows
--   principals_tenant_oidc_sub_key
--   provider_keys_workspace_active_provider_key
--   runs_tenant_workspace_idempotency_key
SELECT i.indexrelid::regclass::text COLLATE "C"
FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid
WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND i.indpred IS NOT NULL
ORDER BY 1;

-- name: keys of the audit chain that take nulls for equal
-- expect: 1
SELECT count(*) FROM pg_index AS i
WHERE i.indrelid = 'audit_events'::regclass AND i.indisunique AND i.indnullsnotdistinct;

-- name: constraints that were never checked
-- expect: none
SELECT k.conrelid::regclass, k.conname FROM pg_constraint AS k
WHERE k.connamespace = 'public'::regnamespace AND NOT k.convalidated;
