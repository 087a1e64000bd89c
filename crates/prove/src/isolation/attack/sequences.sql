-- Sequences that give keys to rows, with the right to set them.
SELECT r.place - 1, quote_ident(n.nspname) || '.' || quote_ident(c.relname)
FROM unnest({roles}::oid[]) WITH ORDINALITY AS r (oid, place)
CROSS JOIN pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND has_schema_privilege(r.oid, n.oid, 'USAGE') AND has_sequence_privilege(r.oid, c.oid, 'UPDATE')
  AND NOT pg_has_role(r.oid, c.relowner, 'USAGE')
ORDER BY 2
