-- Every relation of the user's, with the table of an index and the top of a partition.
SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name, c.relkind AS kind,
  pg_relation_filenode(c.oid) AS file, i.indrelid AS "table",
  CASE WHEN c.relispartition AND c.relkind IN ('r', 'p') THEN pg_partition_root(c.oid)::oid END AS root
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_index AS i ON i.indexrelid = c.oid
WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'm', 'v', 'f', 'S', 'i', 'I')
  AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
