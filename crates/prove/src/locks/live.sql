-- Size and traffic of the user's relations. A partitioned table counts with all its partitions.
SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
  sum(pg_total_relation_size(p.oid)) AS bytes,
  sum(pg_relation_size(p.oid)) AS heap_bytes,
  sum(greatest(f.reltuples::bigint, s.n_live_tup, 0)) AS "rows",
  sum(coalesce(s.seq_scan, 0) + coalesce(s.idx_scan, 0)) AS reads,
  sum(coalesce(s.n_tup_ins, 0) + coalesce(s.n_tup_upd, 0) + coalesce(s.n_tup_del, 0)) AS writes
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
  SELECT c.oid WHERE c.relkind <> 'p'
  UNION ALL SELECT t.relid FROM pg_partition_tree(c.oid) AS t WHERE c.relkind = 'p' AND t.isleaf
  UNION ALL SELECT c.oid WHERE c.relkind = 'p'
    AND NOT EXISTS (SELECT FROM pg_partition_tree(c.oid) AS t WHERE t.isleaf)
) AS p
JOIN pg_class AS f ON f.oid = p.oid
LEFT JOIN pg_stat_user_tables AS s ON s.relid = p.oid
WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'm', 'v', 'f', 'S')
  AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
GROUP BY n.nspname, c.relname
