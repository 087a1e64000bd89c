-- Row security binds a member of pg_read_all_data; where tenants are kept apart by schemas, nothing does.
SELECT format('%I of %I', r.name, r.app), r.app, r.act_as, NULL,
  (SELECT format('SELECT * FROM %s;', min(c.name)) FROM relation AS c
   WHERE c.nspname IN (SELECT p.name FROM place AS p WHERE p.what = 'schema')),
  format('%I is a member of %I, whose rights hold in the schemas of all tenants.', r.app, r.name),
  (SELECT string_agg(format('REVOKE %I FROM %I;', g.rolname, r.app), E'\n' ORDER BY g.rolname)
   FROM pg_auth_members AS m JOIN pg_roles AS g ON g.oid = m.roleid JOIN pg_roles AS a ON a.oid = m.member
   WHERE a.rolname = r.app AND (m.roleid = r.oid OR pg_has_role(m.roleid, r.oid, 'MEMBER'))),
  NULL
FROM reached AS r
WHERE r.name IN ('pg_read_all_data', 'pg_write_all_data') AND {level} <> 'row'
