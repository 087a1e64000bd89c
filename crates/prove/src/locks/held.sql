-- The locks of this connection on relations that users make, and what it did with each since its
-- counters were last reset. A relation that the transaction has dropped is locked, too, and has no row in
-- pg_class any more.
SELECT l.relation AS oid, pg_catalog.string_agg(l.mode, ',') AS modes,
  pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS name, c.relkind AS kind,
  pg_catalog.pg_relation_filenode(l.relation) AS file, i.indrelid AS "table",
  CASE WHEN c.relispartition AND c.relkind IN ('r', 'p')
    THEN pg_catalog.pg_partition_root(l.relation)::pg_catalog.oid END AS root,
  pg_catalog.pg_stat_get_xact_numscans(l.relation) AS scans
FROM pg_catalog.pg_locks AS l
LEFT JOIN pg_catalog.pg_class AS c ON c.oid = l.relation
LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = l.relation
WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.relation >= 16384
  AND l.database = (
    SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
  AND (n.nspname IS NULL OR n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema')
GROUP BY l.relation, n.nspname, c.relname, c.relkind, i.indrelid, c.relispartition
