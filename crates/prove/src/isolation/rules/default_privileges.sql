-- What tomorrow's tables give away before anyone has made a policy: anything to PUBLIC; to the application,
-- what no policy binds.
SELECT format('tables of %I%s', pg_get_userbyid(d.defaclrole), coalesce(' in ' || quote_ident(n.nspname),
  '')),
  y.app, y.app,
  format(E'SET LOCAL ROLE %I;\nCREATE TABLE %I.probe (id int);\nRESET ROLE;', pg_get_userbyid(d.defaclrole),
    coalesce(n.nspname, y.nspname)),
  CASE WHEN bool_or(a.privilege_type = 'SELECT') THEN format('SELECT * FROM %I.probe;', coalesce(n.nspname, y.nspname))
    WHEN bool_or(a.privilege_type = 'TRUNCATE') THEN format('TRUNCATE %I.probe;', coalesce(n.nspname, y.nspname))
    ELSE format('SELECT relacl FROM pg_class WHERE oid = ''%I.probe''::regclass;', coalesce(n.nspname, y.nspname)) END,
  format('A table that %I creates tomorrow gives %s to %s.', pg_get_userbyid(d.defaclrole),
    string_agg(DISTINCT a.privilege_type, ', '), w.name),
  format('ALTER DEFAULT PRIVILEGES FOR ROLE %I%s REVOKE %s ON TABLES FROM %s;', pg_get_userbyid(d.defaclrole),
    coalesce(' IN SCHEMA ' || quote_ident(n.nspname), ''), string_agg(DISTINCT a.privilege_type, ', '),
      w.name),
  CASE WHEN w.name = 'PUBLIC' THEN 'critical' END
FROM pg_default_acl AS d LEFT JOIN pg_namespace AS n ON n.oid = d.defaclnamespace
CROSS JOIN LATERAL aclexplode(d.defaclacl) AS a
CROSS JOIN LATERAL (
  SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS name) AS w
-- Somebody of the application, and a schema where the next table may well be.
CROSS JOIN LATERAL (
  SELECT s.app, c.nspname FROM session AS s
  LEFT JOIN (SELECT * FROM relation WHERE relid IN (SELECT relid FROM tenant)) AS c
    ON has_schema_privilege(s.role, c.schema, 'USAGE') AND has_schema_privilege(d.defaclrole, c.schema, 'CREATE')
  WHERE a.grantee = 0 OR pg_has_role(s.role, a.grantee, 'USAGE')
  ORDER BY c.nspname, s.app LIMIT 1
) AS y
WHERE d.defaclobjtype = 'r' AND a.grantee <> d.defaclrole AND {level} = 'row'
  AND (a.grantee = 0 OR a.privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER'))
GROUP BY d.oid, d.defaclrole, n.nspname, w.name, y.app, y.nspname
