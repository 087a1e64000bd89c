-- Tables with the tenant's column that do not bind everybody to their policies. Partitions are reached
-- through the table that they belong to.
SELECT format('%I.%I', n.nspname, c.relname), c.relrowsecurity, c.relforcerowsecurity,
  EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = c.oid)
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = {key} AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
  AND n.nspname NOT LIKE 'pg\_%' AND n.nspname NOT IN ('information_schema', 'bulkhead')
  AND format('%s.%s', n.nspname, c.relname) <> ALL ({shared})
ORDER BY 1;
