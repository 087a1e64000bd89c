-- Tables that a run detached in order to drop them, and then did not come to it.
SELECT format('%I.%I', n.nspname, c.relname)
FROM pg_description AS d
JOIN pg_class AS c ON c.oid = d.objoid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE d.classoid = 'pg_class'::regclass AND d.objsubid = 0 AND d.description = {table}
  AND c.relkind = 'r' AND NOT EXISTS (SELECT FROM pg_inherits AS i WHERE i.inhrelid = c.oid)
ORDER BY 1
