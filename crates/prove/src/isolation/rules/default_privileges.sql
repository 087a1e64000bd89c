-- What tomorrow's tables give away before anyone has made a policy: anything to PUBLIC; to the application,
-- what no policy binds. All who are given something are one finding: a right taken from one of them is not mended.
SELECT g.object, (array_agg(g.app ORDER BY g.place))[1], (array_agg(g.app ORDER BY g.place))[1],
  (array_agg(g.before ORDER BY g.place))[1], (array_agg(g.statement ORDER BY g.place))[1],
  format('A table that %I creates tomorrow gives %s.', g.owner,
    string_agg(format('%s to %s', g.privileges, g.name), ' and ' ORDER BY g.place)),
  string_agg(g.fix, E'\n' ORDER BY g.place), CASE WHEN bool_or(g.name = 'PUBLIC') THEN 'critical' END
FROM (
  SELECT format('tables of %I%s', o.name, coalesce(' in ' || quote_ident(n.nspname), '')) AS object,
    o.name AS owner, w.name, y.app, string_agg(DISTINCT a.privilege_type, ', ') AS privileges,
    format(E'SET LOCAL ROLE %I;\nCREATE TABLE %I.probe (id int);\nRESET ROLE;', o.name, x.schema) AS before,
    CASE WHEN bool_or(a.privilege_type = 'SELECT') THEN format('SELECT * FROM %I.probe;', x.schema)
      WHEN bool_or(a.privilege_type = 'TRUNCATE') THEN format('TRUNCATE %I.probe;', x.schema)
      ELSE format('SELECT relacl FROM pg_class WHERE oid = ''%I.probe''::regclass;', x.schema) END AS statement,
    format('ALTER DEFAULT PRIVILEGES FOR ROLE %I%s REVOKE %s ON TABLES FROM %s;', o.name,
      coalesce(' IN SCHEMA ' || quote_ident(n.nspname), ''), string_agg(DISTINCT a.privilege_type, ', '),
      w.name) AS fix,
    row_number() OVER (PARTITION BY d.oid ORDER BY w.name <> 'PUBLIC', w.name) AS place
  FROM pg_default_acl AS d LEFT JOIN pg_namespace AS n ON n.oid = d.defaclnamespace
  CROSS JOIN LATERAL (SELECT pg_get_userbyid(d.defaclrole) AS name) AS o
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
  CROSS JOIN LATERAL (SELECT coalesce(n.nspname, y.nspname) AS schema) AS x
  WHERE d.defaclobjtype = 'r' AND a.grantee <> d.defaclrole AND {level} = 'row'
    AND (a.grantee = 0 OR a.privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER'))
  GROUP BY d.oid, o.name, n.nspname, w.name, y.app, x.schema
) AS g
GROUP BY g.object, g.owner
