-- Places that are taken, and how many there are: of the server, of databases and of roles. Superusers are not
-- bound by limits of roles, so theirs are left out.
WITH session AS (
  SELECT a.datid, a.usesysid, a.state
  FROM pg_stat_activity AS a
  WHERE a.backend_type = 'client backend'
)
SELECT 'server', 'the server', (SELECT count(*) FROM session),
  current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
    - coalesce(current_setting('reserved_connections', true)::int, 0),
  (SELECT count(*) FROM session WHERE state = 'idle')
UNION ALL
SELECT 'limit', format('database %s', d.datname), count(s.datid), d.datconnlimit,
  count(*) FILTER (WHERE s.state = 'idle')
FROM pg_database AS d
LEFT JOIN session AS s ON s.datid = d.oid
WHERE d.datconnlimit > 0
GROUP BY d.oid, d.datname, d.datconnlimit
UNION ALL
SELECT 'limit', format('role %s', r.rolname), count(s.usesysid), r.rolconnlimit,
  count(*) FILTER (WHERE s.state = 'idle')
FROM pg_roles AS r
LEFT JOIN session AS s ON s.usesysid = r.oid
WHERE r.rolconnlimit > 0 AND NOT r.rolsuper
GROUP BY r.oid, r.rolname, r.rolconnlimit
UNION ALL
(SELECT 'share', format('role %s', r.rolname), count(*), NULL, count(*) FILTER (WHERE s.state = 'idle')
FROM session AS s
JOIN pg_roles AS r ON r.oid = s.usesysid
GROUP BY r.rolname
ORDER BY count(*) DESC, r.rolname
LIMIT 5);
