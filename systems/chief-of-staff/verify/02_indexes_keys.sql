-- Indexes and keys. Explicit indexes are those that no key stands on.

-- name: explicit indexes of each schema
-- expect: rows
--   comms | 13
--   core | 22
--   intel | 14
--   media | 8
--   meetings | 18
--   ops | 13
--   work | 13
SELECT n.nspname, count(*)
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
GROUP BY n.nspname ORDER BY n.nspname;

-- name: explicit indexes
-- expect: 101
SELECT count(*)
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'));

-- name: all indexes
-- expect: >= 80
SELECT count(*) FROM pg_indexes
WHERE schemaname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel');

-- name: vector indexes, with cosine distance and only where there is an embedding
-- expect: rows
--   idx_chunks_embedding | {lists=200}
--   idx_comms_embedding | {lists=100}
--   idx_contacts_embedding | {lists=100}
--   idx_insights_embedding | {lists=100}
--   idx_media_chunks_embedding | {lists=200}
SELECT x.relname, x.reloptions
FROM pg_index AS i
JOIN pg_class AS x ON x.oid = i.indexrelid
JOIN pg_am AS m ON m.oid = x.relam AND m.amname = 'ivfflat'
JOIN pg_opclass AS o ON o.oid = i.indclass[0] AND o.opcname = 'vector_cosine_ops'
WHERE pg_get_expr(i.indpred, i.indrelid) = '(embedding IS NOT NULL)'
ORDER BY x.relname;

-- name: invalid indexes
-- expect: none
SELECT i.indexrelid::regclass
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND NOT (i.indisvalid AND i.indisready);

-- name: tables without workspace_id not null
-- expect: rows
--   core.workspaces
SELECT n.nspname || '.' || c.relname
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND c.relkind = 'r' AND a.attnotnull IS NOT TRUE;

-- name: tables that follow their workspace when it is deleted
-- expect: 29
SELECT count(*) FROM pg_constraint
WHERE contype = 'f' AND confrelid = to_regclass('core.workspaces') AND confdeltype = 'c' AND convalidated;

-- name: references within a workspace that do not name it
-- expect: none
SELECT k.conrelid::regclass, k.conname
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND k.contype = 'f' AND k.confrelid <> to_regclass('core.workspaces')
  AND NOT EXISTS (
    SELECT FROM pg_attribute AS a
    WHERE a.attrelid = k.conrelid AND a.attnum = k.conkey[1] AND a.attname = 'workspace_id');

-- name: references within a workspace, by what a deletion does (c cascades, n sets one column null)
-- expect: rows
--   c | 0 | 25
--   n | 1 | 6
SELECT k.confdeltype, coalesce(cardinality(k.confdelsetcols), 0), count(*)
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  AND k.contype = 'f' AND k.confrelid <> to_regclass('core.workspaces')
GROUP BY 1, 2 ORDER BY 1, 2;

-- name: the key of integrations counts a missing founder as a value
-- expect: t
SELECT i.indnullsnotdistinct
FROM pg_index AS i WHERE i.indexrelid = to_regclass('core.integrations_unique_platform');
