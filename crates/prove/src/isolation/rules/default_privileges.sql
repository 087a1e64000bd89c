-- What tomorrow's tables give away before anyone has made a policy: anything to PUBLIC; to the application, what no
-- policy binds.
SELECT format('tables of %I%s', pg_get_userbyid(d.defaclrole), coalesce(' in ' || quote_ident(n.nspname), '')),
  NULL, NULL, NULL,
  format('SELECT defaclacl FROM pg_default_acl WHERE oid = %s;', d.oid),
  format('A table that %I creates tomorrow gives %s to %s.', pg_get_userbyid(d.defaclrole),
    string_agg(DISTINCT a.privilege_type, ', '), w.name),
  format('ALTER DEFAULT PRIVILEGES FOR ROLE %I%s REVOKE %s ON TABLES FROM %s;', pg_get_userbyid(d.defaclrole),
    coalesce(' IN SCHEMA ' || quote_ident(n.nspname), ''), string_agg(DISTINCT a.privilege_type, ', '), w.name),
  CASE WHEN w.name = 'PUBLIC' THEN 'critical' END
FROM pg_default_acl AS d LEFT JOIN pg_namespace AS n ON n.oid = d.defaclnamespace
CROSS JOIN LATERAL aclexplode(d.defaclacl) AS a
CROSS JOIN LATERAL (
  SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS name) AS w
WHERE d.defaclobjtype = 'r' AND a.grantee <> d.defaclrole AND {level} = 'row'
  AND (a.grantee = 0 OR a.privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER')
    AND EXISTS (SELECT FROM session AS s WHERE pg_has_role(s.role, a.grantee, 'USAGE')))
GROUP BY d.oid, d.defaclrole, n.nspname, w.name
