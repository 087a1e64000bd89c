-- What keeps autovacuum from its work: it is off, off for a table, all its workers are busy, or one waits for
-- a lock.
SELECT 'setting', s.name, NULL, NULL
FROM pg_settings AS s
WHERE s.name IN ('autovacuum', 'track_counts') AND s.setting = 'off'
UNION ALL
SELECT 'table', format('%I.%I', n.nspname, c.relname), greatest(c.reltuples, 0)::bigint::text,
  format('ALTER %s %I.%I RESET (autovacuum_enabled);', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW'
    ELSE 'TABLE' END, n.nspname, c.relname)
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN LATERAL pg_options_to_table(c.reloptions) AS o
WHERE c.relkind IN ('r', 'm') AND o.option_name = 'autovacuum_enabled' AND NOT o.option_value::bool
UNION ALL
SELECT 'workers', count(*)::text, current_setting('autovacuum_max_workers'), NULL
FROM pg_stat_activity AS a
WHERE a.backend_type = 'autovacuum worker'
UNION ALL
SELECT 'blocked', a.pid::text, extract(epoch FROM clock_timestamp() - l.waitstart)::text,
  CASE WHEN l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
    THEN l.relation::regclass::text ELSE format('relation %s of another database', l.relation) END
FROM pg_locks AS l
JOIN pg_stat_activity AS a ON a.pid = l.pid
WHERE NOT l.granted AND l.locktype = 'relation' AND a.backend_type = 'autovacuum worker';
