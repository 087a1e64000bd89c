-- How many bytes an entry of each B-tree needs by the planner's widths: the columns, the header with its
-- bitmap of nulls, the alignment, and the pointer to the entry. A column without statistics makes the width
-- unknown.
SELECT format('%I.%I', n.nspname, c.relname), current_setting('block_size')::int,
  CASE WHEN count(s.attname) = count(*)
    THEN 4 + ceil((8 + CASE WHEN bool_or(s.null_frac > 0) THEN 8 ELSE 0 END
      + sum((1 - s.null_frac) * s.avg_width)) / 8) * 8 END
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indexrelid AND c.relkind = 'i'
JOIN pg_am AS m ON m.oid = c.relam AND m.amname = 'btree'
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_class AS t ON t.oid = i.indrelid
JOIN pg_attribute AS e ON e.attrelid = i.indexrelid
LEFT JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[e.attnum - 1] AND a.attnum > 0
LEFT JOIN pg_stats AS s ON s.schemaname = n.nspname AND NOT s.inherited
  AND s.tablename = CASE WHEN a.attnum IS NULL THEN c.relname ELSE t.relname END
  AND s.attname = coalesce(a.attname, e.attname)
WHERE n.nspname NOT LIKE 'pg\_%' AND n.nspname NOT IN ('information_schema', 'bulkhead')
  -- Small ones are never worth the work.
  AND c.relpages > 1000 AND c.reltuples >= 0 AND i.indisvalid
GROUP BY n.nspname, c.relname;
