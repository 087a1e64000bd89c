SELECT e.extname, e.extversion, a.default_version,
  CASE WHEN a.name IS NOT NULL THEN format('ALTER EXTENSION %I UPDATE;', e.extname) END
FROM pg_extension AS e
LEFT JOIN pg_available_extensions AS a ON a.name = e.extname
WHERE e.extversion IS DISTINCT FROM a.default_version
ORDER BY 1;
