-- What tomorrow's tables give to everybody, and so to the other tenants.
SELECT format('tables of %I%s', pg_get_userbyid(d.defaclrole), coalesce(' in ' || quote_ident(n.nspname),
  '')),
  NULL, NULL, NULL,
  format('SELECT defaclacl FROM pg_default_acl WHERE oid = %s;', d.oid),
  format('A table that %I creates tomorrow gives %s to PUBLIC.', pg_get_userbyid(d.defaclrole),
    string_agg(DISTINCT a.privilege_type, ', ')),
  format('ALTER DEFAULT PRIVILEGES FOR ROLE %I%s REVOKE %s ON TABLES FROM PUBLIC;',
    pg_get_userbyid(d.defaclrole),
    coalesce(' IN SCHEMA ' || quote_ident(n.nspname), ''), string_agg(DISTINCT a.privilege_type, ', ')),
  NULL
FROM pg_default_acl AS d LEFT JOIN pg_namespace AS n ON n.oid = d.defaclnamespace
CROSS JOIN LATERAL aclexplode(d.defaclacl) AS a
WHERE d.defaclobjtype = 'r' AND a.grantee = 0 AND {level} = 'schema'
GROUP BY d.oid, d.defaclrole, n.nspname
