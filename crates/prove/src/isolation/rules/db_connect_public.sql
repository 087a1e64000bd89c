-- A new database lets everybody connect; then the roles of one tenant come into the databases of the others.
SELECT quote_ident(d.datname), NULL, NULL, NULL,
  format('SELECT has_database_privilege(''public'', %L, ''CONNECT'');', d.datname),
  format('PUBLIC may connect to %I, the database of tenant %s.', d.datname, p.tenant),
  format('REVOKE ALL ON DATABASE %I FROM PUBLIC;', d.datname), NULL
FROM place AS p JOIN pg_database AS d ON d.datname = p.name
WHERE p.what = 'database' AND has_database_privilege('public', d.oid, 'CONNECT')
