-- Sequences that give a column its default: table, column, sequence.
SELECT n.nspname || '.' || c.relname, a.attname, s.oid::regclass::text
FROM pg_depend AS d
JOIN pg_class AS s ON s.oid = d.objid AND s.relkind = 'S'
JOIN pg_class AS c ON c.oid = d.refobjid
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
-- An identity column's sequence belongs to it.
WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i'
UNION
SELECT n.nspname || '.' || c.relname, a.attname, s.oid::regclass::text
FROM pg_attrdef AS f
JOIN pg_depend AS d ON d.classid = 'pg_attrdef'::regclass AND d.objid = f.oid
JOIN pg_class AS s ON d.refclassid = 'pg_class'::regclass AND s.oid = d.refobjid AND s.relkind = 'S'
JOIN pg_class AS c ON c.oid = f.adrelid
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = f.adnum
JOIN pg_namespace AS n ON n.oid = c.relnamespace
ORDER BY 1, 2
