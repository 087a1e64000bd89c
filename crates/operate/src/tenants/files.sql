-- Tables with their partitions, by their place in the list: pages, bytes on disk with indexes, rows as the planner
-- counts them, whether it has partitions, its columns, and from how many rows ANALYZE makes the statistics of the
-- tenant's column.
SELECT w.place - 1,
  sum(ceil(pg_relation_size(p.oid) / current_setting('block_size')::numeric)),
  sum(pg_total_relation_size(p.oid)),
  sum(greatest(p.reltuples, 0)),
  c.relkind = 'p',
  (SELECT string_agg(a.attname, E'\x01' ORDER BY a.attnum) FROM pg_attribute AS a
   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
  least(sum(greatest(p.reltuples, 0)), 300 * coalesce(
    (SELECT nullif(a.attstattarget, -1) FROM pg_attribute AS a
     WHERE a.attrelid = c.oid AND a.attname = w.key AND NOT a.attisdropped),
    current_setting('default_statistics_target')::int))
FROM unnest({tables}, {columns}) WITH ORDINALITY AS w (name, key, place)
JOIN pg_class AS c ON c.oid = to_regclass(w.name) AND c.relkind IN ('r', 'p')
CROSS JOIN LATERAL (
  SELECT t.relid AS id FROM pg_partition_tree(c.oid) AS t WHERE c.relkind = 'p' AND t.isleaf
  UNION ALL SELECT c.oid WHERE c.relkind <> 'p') AS leaf
JOIN pg_class AS p ON p.oid = leaf.id
GROUP BY w.place, w.key, c.oid, c.relkind;
