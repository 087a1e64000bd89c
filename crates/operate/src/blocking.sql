-- Sessions that wait for a lock and those that they wait for. Sessions that stand first are in no row of
-- their own right, so they are added. Process 0 stands for prepared transactions, which no session holds.
WITH waiting AS (
  SELECT l.pid, min(l.waitstart) AS since, min(l.mode) AS mode,
    min(CASE
      WHEN l.locktype = 'transactionid' THEN 'a row that another transaction has changed'
      WHEN l.relation IS NULL THEN l.locktype
      WHEN l.locktype = 'tuple' THEN 'a row that others wait for, too'
      WHEN l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
        THEN coalesce(format('%I.%I', n.nspname, c.relname), l.relation::text)
      ELSE format('relation %s of another database', l.relation) END) AS object,
    bool_and(l.locktype = 'relation') AS is_relation, pg_blocking_pids(l.pid) AS blockers
  FROM pg_locks AS l
  LEFT JOIN pg_class AS c ON c.oid = l.relation
  LEFT JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE NOT l.granted
  GROUP BY l.pid
),
-- Prepared transactions with a lock on something that is waited for.
prepared AS (
  SELECT string_agg(DISTINCT format('ROLLBACK PREPARED %L;', x.gid), ' ') AS undone, min(x.owner) AS owner,
    min(x.prepared) AS since
  FROM pg_prepared_xacts AS x
  JOIN pg_locks AS h ON h.pid IS NULL AND h.virtualtransaction = '-1/' || x.transaction
  JOIN pg_locks AS w ON NOT w.granted AND w.locktype = h.locktype
    AND w.relation IS NOT DISTINCT FROM h.relation
    AND w.transactionid IS NOT DISTINCT FROM h.transactionid
    AND w.objid IS NOT DISTINCT FROM h.objid
)
SELECT p.pid, array_to_string(w.blockers, ' '), coalesce(w.mode, ''), coalesce(w.object, ''),
  extract(epoch FROM clock_timestamp() - w.since),
  coalesce(a.usename, r.owner), coalesce(a.application_name, ''), a.state,
  CASE WHEN a.client_addr IS NULL THEN 'local' ELSE host(a.client_addr) END,
  extract(epoch FROM clock_timestamp() - coalesce(a.xact_start, r.since)),
  extract(epoch FROM clock_timestamp() - a.state_change),
  left(coalesce(a.query, ''), 2000), coalesce(a.backend_type, ''), coalesce(r.undone, ''),
  coalesce(w.is_relation, false)
FROM (SELECT w.pid FROM waiting AS w UNION SELECT unnest(w.blockers) FROM waiting AS w) AS p
LEFT JOIN waiting AS w ON w.pid = p.pid
LEFT JOIN pg_stat_activity AS a ON a.pid = p.pid
LEFT JOIN prepared AS r ON p.pid = 0
ORDER BY w.since NULLS FIRST, p.pid;
