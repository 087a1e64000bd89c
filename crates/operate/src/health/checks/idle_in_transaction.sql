-- Open transactions in which nothing happens. One that has only taken an advisory lock keeps no row, no table
-- and no snapshot from anybody, so it is left out.
SELECT a.pid, a.usename, a.application_name, a.datname, l.relations,
  extract(epoch FROM clock_timestamp() - a.state_change), left(a.query, 2000),
  extract(epoch FROM clock_timestamp() - a.xact_start)
FROM pg_stat_activity AS a
CROSS JOIN LATERAL (
  SELECT count(*) AS relations
  FROM pg_locks AS l
  WHERE l.pid = a.pid AND l.locktype = 'relation') AS l
WHERE a.backend_type = 'client backend' AND a.state LIKE 'idle in transaction%'
  AND (l.relations > 0 OR a.backend_xid IS NOT NULL OR a.backend_xmin IS NOT NULL);
