-- The sessions of this database: whose they are, what they do, whom they wait for, and the comments at the two ends of
-- their statement. A comment in the middle is not asked for: it may stand in a value that a tenant chose. Of sessions
-- of others, a role without the right sees only whose they are.
SELECT a.pid, coalesce(a.usename, ''), coalesce(a.application_name, ''), a.state,
  a.wait_event_type IS NOT DISTINCT FROM 'Lock',
  CASE WHEN a.wait_event_type = 'Lock' THEN array_to_string(pg_blocking_pids(a.pid), ',') END,
  concat_ws(' ', substring(a.query FROM '^\s*/\*([^*]*)\*/'), substring(a.query FROM '/\*([^*]*)\*/[\s;]*$'))
FROM pg_stat_activity AS a
WHERE coalesce(a.backend_type, 'client backend') = 'client backend' AND a.usename IS NOT NULL
  AND a.datname = current_database() AND a.pid <> pg_backend_pid();
