-- Forced row security binds the owner only as long as the owner leaves it on.
SELECT c.name, r.app, r.act_as, NULL,
  format(E'ALTER TABLE %s NO FORCE ROW LEVEL SECURITY;\nSELECT * FROM %1$s;', c.name),
  format('%I owns %s and can switch its row security off.', r.name, c.name),
  CASE WHEN r.name = r.app
    THEN format(E'ALTER TABLE %s OWNER TO CURRENT_USER;\n'
      'GRANT SELECT, INSERT, UPDATE, DELETE ON %1$s TO %2$I;',
      c.name, r.name)
    ELSE (SELECT string_agg(format('REVOKE %I FROM %I;', g.rolname, r.app), E'\n' ORDER BY g.rolname)
      FROM pg_auth_members AS m JOIN pg_roles AS g ON g.oid = m.roleid JOIN pg_roles AS a ON a.oid = m.member
      WHERE a.rolname = r.app AND (m.roleid = r.oid OR pg_has_role(m.roleid, r.oid, 'MEMBER'))) END,
  NULL
FROM reached AS r JOIN relation AS c ON c.owner = r.oid AND c.secured AND c.forced JOIN tenant USING (relid)
WHERE NOT r.superuser AND r.inherited AND c.relkind IN ('r', 'p')
