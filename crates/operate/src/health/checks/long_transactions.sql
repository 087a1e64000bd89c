-- Transactions that are at work. WAL senders and autovacuum run for as long as they must.
SELECT a.pid, a.usename, a.application_name, a.datname, a.state,
  extract(epoch FROM clock_timestamp() - a.xact_start), left(a.query, 2000),
  coalesce(a.wait_event_type = 'Lock', false)
FROM pg_stat_activity AS a
WHERE a.backend_type = 'client backend' AND a.xact_start IS NOT NULL
  AND a.state NOT LIKE 'idle in transaction%' AND a.pid <> pg_backend_pid();
