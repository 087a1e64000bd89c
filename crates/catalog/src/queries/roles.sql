WITH RECURSIVE used AS (
  SELECT d.refobjid AS id FROM pg_shdepend AS d
  WHERE d.refclassid = 'pg_authid'::regclass
    AND d.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
  UNION
  SELECT CASE m.member WHEN u.id THEN m.roleid ELSE m.member END
  FROM used AS u JOIN pg_auth_members AS m ON u.id IN (m.member, m.roleid)
)
SELECT 'role', quote_ident(r.rolname), p.key, p.value
FROM pg_roles AS r
CROSS JOIN LATERAL (
  VALUES
    ('attributes', concat_ws(', ', CASE WHEN r.rolsuper THEN 'superuser' END, CASE WHEN r.rolcanlogin THEN 'login' END,
      CASE WHEN r.rolbypassrls THEN 'bypassrls' END, CASE WHEN r.rolcreaterole THEN 'createrole' END,
      CASE WHEN r.rolcreatedb THEN 'createdb' END, CASE WHEN r.rolreplication THEN 'replication' END,
      CASE WHEN NOT r.rolinherit THEN 'noinherit' END)),
    ('member of', (SELECT string_agg(m.roleid::regrole || CASE WHEN m.admin_option THEN '*' ELSE '' END, ', '
       ORDER BY m.roleid::regrole::text) FROM pg_auth_members AS m WHERE m.member = r.oid)),
    ('comment', shobj_description(r.oid, 'pg_authid'))
) AS p (key, value)
WHERE p.value IS NOT NULL AND r.rolname !~ '^pg_' AND r.oid IN (SELECT id FROM used)
