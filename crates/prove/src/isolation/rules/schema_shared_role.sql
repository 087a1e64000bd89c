-- One role in the schemas of several tenants: then only a search path keeps them apart.
SELECT quote_ident(s.act_as), s.app, s.act_as, NULL,
  (SELECT format('SELECT * FROM %s;', min(c.name)) FROM relation AS c JOIN may AS m USING (relid)
   WHERE m.role = s.role AND m.verb = 'SELECT' AND c.nspname = max(p.name)),
  format('%I has the rights of %s tenants at once: %s.', s.act_as, count(DISTINCT p.tenant),
    string_agg(DISTINCT p.name, ', ')),
  string_agg(DISTINCT format('REVOKE USAGE ON SCHEMA %I FROM %s;', p.name,
    CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END), E'\n'),
  NULL
FROM session AS s JOIN place AS p ON p.what = 'schema' JOIN pg_namespace AS n ON n.nspname = p.name
LEFT JOIN LATERAL (
  SELECT a.grantee FROM aclexplode(n.nspacl) AS a
  WHERE a.privilege_type = 'USAGE' AND (a.grantee = 0 OR pg_has_role(s.role, a.grantee, 'USAGE'))
) AS x ON true
WHERE {level} = 'schema' AND s.act_as NOT IN (SELECT name FROM place WHERE what = 'role')
  AND has_schema_privilege(s.role, n.oid, 'USAGE')
  AND EXISTS (
    SELECT FROM relation AS c JOIN may AS m USING (relid)
    WHERE c.nspname = p.name AND m.role = s.role AND m.verb IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))
GROUP BY s.app, s.act_as, s.role
HAVING count(DISTINCT p.tenant) > 1
