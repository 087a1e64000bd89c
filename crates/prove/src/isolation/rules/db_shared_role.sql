-- One role that may connect to the databases of several tenants.
SELECT quote_ident(s.act_as), s.app, s.act_as, NULL,
  format('SELECT datname FROM pg_database WHERE has_database_privilege(%L, datname, ''CONNECT'');', s.act_as),
  format('%I may connect to the databases of %s tenants: %s.', s.act_as, count(DISTINCT p.tenant),
    string_agg(DISTINCT d.datname, ', ')),
  string_agg(DISTINCT format('REVOKE CONNECT ON DATABASE %I FROM %I;', d.datname,
    pg_get_userbyid(x.grantee)), E'\n'),
  NULL
FROM session AS s JOIN place AS p ON p.what = 'database' JOIN pg_database AS d ON d.datname = p.name
CROSS JOIN LATERAL aclexplode(d.datacl) AS x
WHERE x.privilege_type = 'CONNECT' AND x.grantee <> 0 AND pg_has_role(s.role, x.grantee, 'USAGE')
GROUP BY s.app, s.act_as, s.role
HAVING count(DISTINCT p.tenant) > 1
