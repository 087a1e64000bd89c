-- The version of the rules that the indexes were sorted by, and of those that the system sorts by now.
SELECT 'database', quote_ident(d.datname), d.datcollversion, pg_database_collation_actual_version(d.oid),
  (SELECT count(*) FROM pg_index AS i WHERE 100 = ANY (i.indcollation)),
  format('REINDEX DATABASE %I;%sALTER DATABASE %1$I REFRESH COLLATION VERSION;', d.datname, E'\n')
FROM pg_database AS d
WHERE d.datname = current_database()
  AND d.datcollversion <> pg_database_collation_actual_version(d.oid)
UNION ALL
SELECT 'collation', format('%I.%I', n.nspname, c.collname), c.collversion,
  pg_collation_actual_version(c.oid), u.indexes,
  u.statements || format('ALTER COLLATION %I.%I REFRESH VERSION;', n.nspname, c.collname)
FROM pg_collation AS c
JOIN pg_namespace AS n ON n.oid = c.collnamespace
CROSS JOIN LATERAL (
  SELECT count(*) AS indexes,
    string_agg(format('REINDEX INDEX CONCURRENTLY %s;%s', i.indexrelid::regclass, E'\n'), '') AS statements
  FROM pg_index AS i
  WHERE c.oid = ANY (i.indcollation)) AS u
WHERE u.indexes > 0 AND c.collversion <> pg_collation_actual_version(c.oid);
