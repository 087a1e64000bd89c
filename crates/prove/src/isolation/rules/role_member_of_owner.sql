-- A member of the owner's role passes row security that is not forced, as the owner does.
SELECT format('%I of %I', r.name, r.app), r.app, r.act_as, NULL, format('SELECT * FROM %s;', min(c.name)),
  format('%I inherits from %I, which owns %s tables of tenants whose row security is not forced.',
    r.app, r.name, count(*)),
  (SELECT string_agg(format('REVOKE %I FROM %I;', g.rolname, r.app), E'\n' ORDER BY g.rolname)
   FROM pg_auth_members AS m JOIN pg_roles AS g ON g.oid = m.roleid JOIN pg_roles AS a ON a.oid = m.member
   WHERE a.rolname = r.app AND (m.roleid = r.oid OR pg_has_role(m.roleid, r.oid, 'MEMBER'))),
  NULL
FROM reached AS r JOIN relation AS c ON c.owner = r.oid AND c.secured AND NOT c.forced
  JOIN tenant USING (relid)
WHERE r.name <> r.app AND r.inherited AND c.relkind IN ('r', 'p')
GROUP BY r.oid, r.name, r.app, r.act_as
