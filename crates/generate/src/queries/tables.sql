-- Ordinary and partitioned tables with their columns, one JSON object each. Partitions are reached through
-- the table that they belong to; tables of extensions, of the server and of Bulkhead itself are left out.
SELECT jsonb_build_object(
  'oid', c.oid::bigint,
  'schema', n.nspname,
  'name', c.relname,
  'partitioned', c.relkind = 'p',
  -- What holds for the rows of each partition at the end of the tree, whatever its depth.
  'leaves', CASE WHEN c.relkind = 'p' THEN (
    SELECT jsonb_agg(pg_get_partition_constraintdef(t.relid) ORDER BY t.relid::text)
    FROM pg_partition_tree(c.oid) AS t WHERE t.isleaf AND t.relid <> c.oid) END,
  'columns', coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'number', a.attnum,
      'name', a.attname,
      'type', a.atttypid::bigint,
      'sql', format_type(a.atttypid, a.atttypmod),
      'modifier', a.atttypmod,
      'not_null', a.attnotnull,
      'default', pg_get_expr(d.adbin, d.adrelid),
      'identity', a.attidentity <> '',
      'generated', a.attgenerated <> '') ORDER BY a.attnum)
    FROM pg_attribute AS a LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '[]'))
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
  AND NOT EXISTS (
    SELECT FROM pg_depend AS e
    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
  AND NOT (c.relname = 'schema_migrations'
    AND coalesce(obj_description(c.oid, 'pg_class'), '') LIKE 'Bulkhead ledger%')
ORDER BY n.nspname, c.relname
