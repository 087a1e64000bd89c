SELECT a.name, a.installed_version, a.default_version, format('ALTER EXTENSION %I UPDATE;', a.name)
FROM pg_available_extensions AS a
WHERE a.installed_version <> a.default_version
ORDER BY 1;
