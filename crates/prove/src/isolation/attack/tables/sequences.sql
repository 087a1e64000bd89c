-- Sequences that the roles may set or read, with the tables whose columns take numbers from them.
SELECT r.place - 1, quote_ident(n.nspname) || '.' || quote_ident(c.relname),
  has_sequence_privilege(r.oid, c.oid, 'UPDATE'), has_sequence_privilege(r.oid, c.oid, 'SELECT'),
  (SELECT string_agg(DISTINCT k.relid::oid::text, ',')
   FROM (
     -- That of an identity or serial column belongs to it; a default names any.
     SELECT d.refobjid AS relid FROM pg_depend AS d
     WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass
       AND d.deptype IN ('a', 'i')
     UNION
     SELECT e.adrelid FROM pg_attrdef AS e JOIN pg_depend AS d ON d.objid = e.oid
     WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid) AS k)
FROM unnest({roles}::oid[]) WITH ORDINALITY AS r (oid, place)
CROSS JOIN pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND has_schema_privilege(r.oid, n.oid, 'USAGE') AND has_sequence_privilege(r.oid, c.oid, 'UPDATE, SELECT')
  AND NOT pg_has_role(r.oid, c.relowner, 'USAGE')
ORDER BY 2
