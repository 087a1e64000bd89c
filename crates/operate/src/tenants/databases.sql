-- Databases and their size on disk; null for one that this role may not connect to.
SELECT d.datname,
  CASE WHEN has_database_privilege(d.oid, 'CONNECT') OR pg_has_role('pg_read_all_stats', 'USAGE')
       THEN pg_database_size(d.oid) END,
  NULL
FROM pg_database AS d
WHERE d.datname = ANY ({names});
