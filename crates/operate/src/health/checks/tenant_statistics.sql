-- Large tables with the tenant's column, the largest first: rows, pages, what ANALYZE left about the column, and
-- how much has changed since; at last what tells how old that is. A partitioned table has statistics of its own.
SELECT format('%I.%I', n.nspname, c.relname), t.rows, t.pages, quote_ident(a.attname),
  array_to_string(s.most_common_vals::text::text[], E'\x01'),
  (SELECT sum(f) FROM unnest(s.most_common_freqs) AS f), s.n_distinct, s.null_frac, t.changed,
  (SELECT min(f) FROM unnest(s.most_common_freqs) AS f), c.relkind = 'p', s.attname IS NOT NULL, t.live,
  extract(epoch FROM now()
    - greatest(pg_stat_get_last_analyze_time(c.oid), pg_stat_get_last_autoanalyze_time(c.oid))),
  c.reltuples >= 0
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = {key} AND NOT a.attisdropped
CROSS JOIN LATERAL (
  SELECT sum(greatest(p.reltuples, 0)) AS rows, sum(pg_stat_get_mod_since_analyze(p.oid)) AS changed,
    sum(pg_stat_get_live_tuples(p.oid)) AS live,
    sum(ceil(pg_relation_size(p.oid) / current_setting('block_size')::numeric)) AS pages
  FROM (
    SELECT l.relid AS id FROM pg_partition_tree(c.oid) AS l WHERE c.relkind = 'p' AND l.isleaf
    UNION ALL SELECT c.oid WHERE c.relkind = 'r') AS leaf
  JOIN pg_class AS p ON p.oid = leaf.id) AS t
LEFT JOIN pg_stats AS s
  ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = a.attname
  AND s.inherited = (c.relkind = 'p')
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
  AND n.nspname NOT LIKE 'pg\_%' AND n.nspname NOT IN ('information_schema', 'bulkhead')
  AND format('%s.%s', n.nspname, c.relname) <> ALL ({shared})
  AND t.pages >= 64
ORDER BY t.pages DESC, 1 LIMIT 20;
