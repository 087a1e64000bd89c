-- Columns, constraints, indexes and place in a partitioned table of the relations {relations}.
SELECT a.attrelid AS oid, 'column' AS part, a.attnum::text AS key, pg_catalog.quote_ident(a.attname) AS name,
  pg_catalog.format_type(a.atttypid, a.atttypmod)
    || CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || a.attcollation::pg_catalog.regcollation
       ELSE '' END AS definition, a.attnotnull::text AS flag,
  pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS more, a.attidentity::text || a.attgenerated::text AS letter
FROM pg_catalog.pg_attribute AS a
JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attrelid IN ({relations}) AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT k.conrelid, 'constraint', k.oid::text, pg_catalog.quote_ident(k.conname),
  pg_catalog.pg_get_constraintdef(k.oid), k.convalidated::text,
  pg_catalog.pg_get_indexdef(nullif(k.conindid, 0)),
  k.contype::text
FROM pg_catalog.pg_constraint AS k
WHERE k.conrelid IN ({relations}) AND k.contype IN ('c', 'f', 'u', 'p', 'x') AND k.conparentid = 0
UNION ALL
SELECT i.indrelid, 'index', i.indexrelid::text, i.indexrelid::pg_catalog.regclass::text,
  pg_catalog.pg_get_indexdef(i.indexrelid), NULL,
  pg_catalog.pg_relation_filenode(i.indexrelid)::text, x.relkind::text
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
WHERE i.indrelid IN ({relations})
UNION ALL
SELECT h.inhrelid, 'partition', '', h.inhparent::pg_catalog.regclass::text,
  pg_catalog.pg_get_partition_constraintdef(h.inhrelid), NULL, NULL, NULL
FROM pg_catalog.pg_inherits AS h
JOIN pg_catalog.pg_class AS c ON c.oid = h.inhrelid AND c.relispartition AND c.relkind IN ('r', 'p', 'f')
WHERE h.inhrelid IN ({relations})
