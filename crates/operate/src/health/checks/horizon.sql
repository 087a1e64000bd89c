-- Who needs rows that are dead for everybody else: no vacuum removes or freezes anything that is newer than
-- the oldest of these.
SELECT CASE a.backend_type WHEN 'walsender' THEN 'standby' ELSE 'session' END,
  format('session %s of %s (%s)', a.pid, coalesce(a.usename, a.backend_type), a.application_name),
  greatest(age(a.backend_xmin), age(a.backend_xid)), a.pid::text,
  current_setting('autovacuum_freeze_max_age')
FROM pg_stat_activity AS a
WHERE a.pid <> pg_backend_pid() AND (a.backend_xmin IS NOT NULL OR a.backend_xid IS NOT NULL)
UNION ALL
SELECT 'slot', format('replication slot %s', s.slot_name), greatest(age(s.xmin), age(s.catalog_xmin)),
  s.slot_name, current_setting('autovacuum_freeze_max_age')
FROM pg_replication_slots AS s
WHERE s.xmin IS NOT NULL OR s.catalog_xmin IS NOT NULL
UNION ALL
SELECT 'prepared', format('prepared transaction %s', p.gid), age(p.transaction), p.gid,
  current_setting('autovacuum_freeze_max_age')
FROM pg_prepared_xacts AS p;
