-- Foreign keys (f) and unique or exclusion indexes (u) of tables, with their columns.
SELECT 'f', k.conrelid,
  quote_ident(k.conname) || ' on ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname),
  (SELECT string_agg(a.attname, E'\x01' ORDER BY u.place)
   FROM unnest(k.conkey) WITH ORDINALITY AS u (number, place)
   JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = u.number),
  k.confrelid,
  (SELECT string_agg(a.attname, E'\x01' ORDER BY u.place)
   FROM unnest(k.confkey) WITH ORDINALITY AS u (number, place)
   JOIN pg_attribute AS a ON a.attrelid = k.confrelid AND a.attnum = u.number),
  k.confdeltype = 'c', '', false
FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE k.contype = 'f' AND k.conparentid = 0
UNION ALL
SELECT 'u', x.indrelid, x.indexrelid::regclass::text,
  -- In place of an expression or a computed column, the columns that it is made from.
  (SELECT string_agg(a.attname, E'\x01' ORDER BY a.attnum)
   FROM pg_attribute AS a
   WHERE a.attrelid = x.indrelid AND a.attnum > 0 AND a.attgenerated = '' AND (
     a.attnum = ANY (x.indkey)
       -- What has to differ need not be known.
       AND NOT EXISTS (
         SELECT FROM pg_constraint AS k CROSS JOIN LATERAL unnest(k.conkey, k.conexclop) AS u (number, operator)
         JOIN pg_operator AS o ON o.oid = u.operator
         WHERE k.conindid = x.indexrelid AND k.contype = 'x' AND u.number = a.attnum AND o.oprname = '<>')
     OR x.indexprs IS NOT NULL AND EXISTS (
       SELECT FROM pg_depend AS d
       WHERE d.classid = 'pg_class'::regclass AND d.objid = x.indexrelid
         AND d.refclassid = 'pg_class'::regclass AND d.refobjid = x.indrelid AND d.refobjsubid = a.attnum)
     OR EXISTS (
       SELECT FROM pg_attribute AS g JOIN pg_attrdef AS e ON e.adrelid = g.attrelid AND e.adnum = g.attnum
       JOIN pg_depend AS d ON d.classid = 'pg_attrdef'::regclass AND d.objid = e.oid
       WHERE g.attrelid = x.indrelid AND g.attnum = ANY (x.indkey) AND g.attgenerated <> ''
         AND d.refclassid = 'pg_class'::regclass AND d.refobjid = x.indrelid AND d.refobjsubid = a.attnum))),
  0, NULL,
  -- Keys that the server chooses tell nothing but how many there are.
  EXISTS (
    SELECT FROM unnest(x.indkey) AS u (number)
    JOIN pg_attribute AS a ON a.attrelid = x.indrelid AND a.attnum = u.number
    LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) ~ '^nextval|random|uuid'),
  coalesce(pg_get_expr(x.indpred, x.indrelid), ''), x.indnullsnotdistinct
FROM pg_index AS x JOIN pg_class AS c ON c.oid = x.indrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE (x.indisunique OR x.indisexclusion) AND NOT c.relispartition AND c.relkind IN ('r', 'p')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 2, 3
