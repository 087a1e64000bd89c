-- How many multixact ids lie between the oldest one in use and now. They run out where many sessions lock the
-- same rows FOR SHARE or by foreign keys.
SELECT 'database', d.datname, mxid_age(d.datminmxid),
  current_setting('autovacuum_multixact_freeze_max_age')
FROM pg_database AS d
UNION ALL
(SELECT 'table', format('%I.%I', n.nspname, c.relname), mxid_age(c.relminmxid),
  current_setting('autovacuum_multixact_freeze_max_age')
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm', 't') AND c.relminmxid <> '0'
ORDER BY mxid_age(c.relminmxid) DESC, 2
LIMIT 10);
