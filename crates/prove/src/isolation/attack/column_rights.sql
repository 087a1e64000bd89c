SELECT r.place - 1, a.attrelid, a.attname, has_column_privilege(r.oid, a.attrelid, a.attnum, 'SELECT'),
  has_column_privilege(r.oid, a.attrelid, a.attnum, 'INSERT'),
  has_column_privilege(r.oid, a.attrelid, a.attnum, 'UPDATE')
FROM unnest({roles}::oid[]) WITH ORDINALITY AS r (oid, place)
CROSS JOIN pg_attribute AS a
JOIN pg_class AS c ON c.oid = a.attrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE a.attnum > 0 AND NOT a.attisdropped
  AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND has_schema_privilege(r.oid, n.oid, 'USAGE')
