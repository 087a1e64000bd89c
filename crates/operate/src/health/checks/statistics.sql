-- How old the planner's statistics are, counted in rows that changed since. Autovacuum analyzes no
-- partitioned table, only its partitions; their rows are counted for it.
SELECT format('%I.%I', s.schemaname, s.relname), t.rows, t.changed,
  extract(epoch FROM now() - greatest(s.last_analyze, s.last_autoanalyze)),
  c.relkind = 'p',
  -- After a crash it is not known when, but that it was done.
  c.reltuples >= 0
FROM pg_stat_user_tables AS s
JOIN pg_class AS c ON c.oid = s.relid
CROSS JOIN LATERAL (
  SELECT s.n_live_tup AS rows, s.n_mod_since_analyze AS changed
  WHERE c.relkind <> 'p'
  UNION ALL
  SELECT sum(pg_stat_get_live_tuples(q.relid)), sum(pg_stat_get_mod_since_analyze(q.relid))
  FROM pg_partition_tree(s.relid) AS q
  WHERE c.relkind = 'p' AND q.isleaf) AS t
WHERE s.schemaname <> 'bulkhead' AND (t.rows >= 10000 OR t.changed >= 10000)
ORDER BY 1;
