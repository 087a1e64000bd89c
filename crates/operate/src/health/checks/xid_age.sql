-- How many transaction ids lie between the oldest unfrozen row and now.
SELECT 'database', d.datname, age(d.datfrozenxid), current_setting('autovacuum_freeze_max_age')
FROM pg_database AS d
UNION ALL
(SELECT 'table', format('%I.%I', n.nspname, c.relname), age(c.relfrozenxid),
  current_setting('autovacuum_freeze_max_age')
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm', 't') AND c.relfrozenxid <> '0'
ORDER BY age(c.relfrozenxid) DESC, 2
LIMIT 10);
