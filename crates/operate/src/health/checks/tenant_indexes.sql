-- Tables with the tenant's column, and whether a valid index on all rows begins with it.
SELECT format('%I.%I', n.nspname, c.relname), c.reltuples::bigint, c.relkind = 'p',
  EXISTS (
    SELECT FROM pg_index AS i
    WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum AND i.indisvalid AND i.indpred IS NULL),
  quote_ident(a.attname)
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = {key} AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
  AND n.nspname NOT LIKE 'pg\_%' AND n.nspname NOT IN ('information_schema', 'bulkhead')
  AND format('%s.%s', n.nspname, c.relname) <> ALL ({shared})
ORDER BY 1;
