-- The sessions in the way of our waiting statement, the ones that hold the lock first. pg_blocking_pids also
-- names sessions that wait before us in the queue.
SELECT b.pid, b.usename AS "user", b.application_name AS application, b.state,
       greatest(0, extract(epoch FROM clock_timestamp() - coalesce(b.xact_start, b.query_start)))::bigint AS age_seconds,
       left(b.query, 200) AS query,
       coalesce(l.relation::regclass::text, l.locktype) AS object,
       l.mode
  FROM pg_stat_activity AS w
 CROSS JOIN LATERAL unnest(pg_blocking_pids(w.pid)) AS blocking (pid)
  JOIN pg_stat_activity AS b ON b.pid = blocking.pid
  LEFT JOIN LATERAL (SELECT relation, locktype, mode FROM pg_locks
                      WHERE pid = w.pid AND NOT granted LIMIT 1) AS l ON true
 WHERE w.datname = current_database()
   AND starts_with(w.application_name, {work_prefix})
   AND w.wait_event_type = 'Lock'
 ORDER BY b.xact_start NULLS LAST, b.pid
 LIMIT 10
