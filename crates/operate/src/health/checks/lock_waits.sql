-- Sessions that wait for a lock and those that they wait for. Sessions that stand first are in no row of
-- their own right, so they are added. Process 0 stands for a prepared transaction.
WITH waiting AS (
  SELECT l.pid, min(l.waitstart) AS since, min(l.mode) AS mode,
    min(CASE
      WHEN l.relation IS NULL THEN l.locktype
      WHEN l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
        THEN coalesce(format('%I.%I', n.nspname, c.relname), l.relation::text)
      ELSE format('relation %s of another database', l.relation) END) AS object,
    pg_blocking_pids(l.pid) AS blockers
  FROM pg_locks AS l
  LEFT JOIN pg_class AS c ON c.oid = l.relation
  LEFT JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE NOT l.granted
  GROUP BY l.pid
)
SELECT p.pid, array_to_string(w.blockers, ' '), coalesce(w.mode, ''), coalesce(w.object, ''),
  extract(epoch FROM clock_timestamp() - w.since), a.usename, a.application_name, a.state
FROM (SELECT w.pid FROM waiting AS w UNION SELECT unnest(w.blockers) FROM waiting AS w) AS p
LEFT JOIN waiting AS w ON w.pid = p.pid
LEFT JOIN pg_stat_activity AS a ON a.pid = p.pid
ORDER BY w.since NULLS FIRST, p.pid;
