-- The table, how it is partitioned, and the clock in the zone of the session.
SELECT format('%I.%I', n.nspname, c.relname), n.nspname, c.relname, c.relkind, p.partstrat, p.partnatts, a.attname,
  format_type(coalesce(nullif(t.typbasetype, 0), t.oid), NULL), to_char(localtimestamp, 'YYYY-MM-DD HH24:MI:SS')
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_partitioned_table AS p ON p.partrelid = c.oid
LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = p.partattrs[0] AND a.attnum > 0
LEFT JOIN pg_type AS t ON t.oid = a.atttypid
WHERE c.oid = to_regclass({table})
