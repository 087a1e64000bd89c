-- The application may set its role to one that row security does not bind: a superuser, one with BYPASSRLS,
-- or the owner of tables of tenants.
SELECT quote_ident(r.name), r.app, r.name, NULL,
  (SELECT format('SELECT * FROM %s;', min(c.name)) FROM tenant JOIN relation AS c USING (relid)
   WHERE r.superuser OR has_table_privilege(r.oid, c.relid, 'SELECT')),
  format('%I may SET ROLE to %I, %s.', r.app, r.name,
    CASE WHEN r.superuser THEN 'a superuser' WHEN r.bypassrls THEN 'which has BYPASSRLS'
      ELSE 'which owns tables of tenants' END),
  (SELECT string_agg(format('REVOKE %I FROM %I;', g.rolname, r.app), E'\n' ORDER BY g.rolname)
   FROM pg_auth_members AS m JOIN pg_roles AS g ON g.oid = m.roleid JOIN pg_roles AS a ON a.oid = m.member
   WHERE a.rolname = r.app AND (m.roleid = r.oid OR pg_has_role(m.roleid, r.oid, 'MEMBER'))),
  NULL
FROM reached AS r
WHERE r.name <> r.app AND r.settable
  AND (r.superuser OR r.bypassrls OR NOT r.inherited AND EXISTS (
    SELECT FROM tenant JOIN relation AS c USING (relid) WHERE c.owner = r.oid AND c.relkind IN ('r', 'p')))
