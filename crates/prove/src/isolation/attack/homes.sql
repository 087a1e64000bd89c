-- Columns of tables outside the tenants' schemas that say whose a row is: they are called so, hold nothing but the
-- tenants' names, or are compared with the session or filled from it.
SELECT DISTINCT ON (c.oid) c.oid, a.attname
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
JOIN pg_type AS t ON t.oid = a.atttypid AND t.typcategory = 'S'
CROSS JOIN LATERAL (VALUES
  (a.attname ~ '^(tenant|schema|owner)(_(id|name|key|code|slug))?$', 4),
  (EXISTS (
    SELECT FROM pg_constraint AS k
    WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]
      AND (SELECT bool_and(strpos(pg_get_constraintdef(k.oid), quote_literal(name)) > 0)
        FROM unnest({names}::text[]) AS name)), 1),
  (EXISTS (
    SELECT FROM pg_attrdef AS d
    WHERE d.adrelid = c.oid AND d.adnum = a.attnum
      AND pg_get_expr(d.adbin, d.adrelid) ~* 'current_schema|session_user|current_user'), 2),
  (EXISTS (
    SELECT FROM pg_policy AS p
    CROSS JOIN LATERAL concat_ws(' ', pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)) AS text
    WHERE p.polrelid = c.oid AND text ~ ('\m' || a.attname || '\M')
      AND text ~* 'current_schema|session_user|current_user|current_setting|current_role'), 3)
) AS told (is_told, place)
WHERE told.is_told AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND n.nspname <> ALL ({schemas}::text[])
  -- Where it alone is a key, the table is the list of the tenants.
  AND NOT EXISTS (
    SELECT FROM pg_index AS i
    WHERE i.indrelid = c.oid AND i.indisunique AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum)
ORDER BY c.oid, told.place, a.attnum
