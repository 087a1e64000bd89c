SELECT r.place - 1, c.oid, has_table_privilege(r.oid, c.oid, 'SELECT'),
  has_table_privilege(r.oid, c.oid, 'DELETE'),
  has_table_privilege(r.oid, c.oid, 'TRUNCATE'), has_any_column_privilege(r.oid, c.oid, 'REFERENCES'),
  has_table_privilege(r.oid, c.oid, 'TRIGGER'), pg_has_role(r.oid, c.relowner, 'USAGE')
FROM unnest({roles}::oid[]) WITH ORDINALITY AS r (oid, place)
CROSS JOIN pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND has_schema_privilege(r.oid, n.oid, 'USAGE')
