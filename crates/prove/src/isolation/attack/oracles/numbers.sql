-- Columns of numbers and texts that a default or a trigger may fill: the default, and whether the column alone is a key.
SELECT a.attrelid, a.attname,
  CASE WHEN a.attidentity <> '' THEN 'nextval' ELSE coalesce(pg_get_expr(d.adbin, d.adrelid), '') END,
  EXISTS (
    SELECT FROM pg_index AS i WHERE i.indrelid = a.attrelid AND i.indisunique AND i.indnkeyatts = 1
      AND i.indkey[0] = a.attnum)
FROM pg_attribute AS a
JOIN pg_class AS c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_type AS t ON t.oid = a.atttypid AND t.typcategory IN ('N', 'S')
LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY a.attrelid, a.attnum
