-- The tables with the rows, whether an index leads from the oldest row on, and how large they are.
SELECT format('%I.%I', n.nspname, c.relname), c.relkind,
  EXISTS (
    SELECT FROM pg_index AS i
    JOIN pg_class AS x ON x.oid = i.indexrelid
    JOIN pg_am AS m ON m.oid = x.relam AND m.amname = 'btree'
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
    WHERE i.indrelid = c.oid AND i.indisvalid AND i.indpred IS NULL AND a.attname = {column}),
  pg_relation_size(c.oid) / current_setting('block_size')::bigint, pg_total_relation_size(c.oid), c.reltuples
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.oid = {table} AND c.relkind <> 'p'
  OR c.oid IN (SELECT p.relid FROM pg_partition_tree({table}) AS p WHERE p.isleaf)
ORDER BY 1
