-- There is no row security on foreign tables, and the remote side sees whoever the user mapping names.
(SELECT c.name, a.app, a.act_as, a.before, a.statement,
  format('%s is a foreign table with rows of tenants, and %I may %s.', c.name, a.act_as, a.verb),
  (SELECT string_agg(DISTINCT g.revoke, E'\n') FROM granted AS g
   WHERE g.relid = c.relid AND (g.grantee = 0 OR EXISTS (
     SELECT FROM session AS s WHERE pg_has_role(s.role, g.grantee, 'USAGE')))),
  NULL
FROM tenant AS t JOIN relation AS c USING (relid) JOIN attack AS a ON a.relid = c.relid AND a.place = 1
WHERE c.relkind = 'f')
UNION ALL
-- In a tenant's own schema: the other side believes the mapping, which signs in as another tenant's login, or comes to
-- another tenant's schema of this database by whatever login.
(SELECT c.name, m.app, m.act_as, NULL, format('SELECT * FROM %s;', c.name),
  format('%s leads %I to a server as %s, with the rights of tenant %s.', c.name, m.act_as, o.remote, p.tenant),
  (SELECT string_agg(DISTINCT g.revoke, E'\n') FROM granted AS g
   WHERE g.relid = c.relid AND (g.grantee = 0 OR EXISTS (
     SELECT FROM session AS s WHERE pg_has_role(s.role, g.grantee, 'USAGE')))),
  NULL
FROM relation AS c JOIN pg_foreign_table AS f ON f.ftrelid = c.relid JOIN pg_foreign_server AS v ON v.oid = f.ftserver
JOIN may AS m ON m.relid = c.relid AND m.verb = 'SELECT'
JOIN LATERAL (
  SELECT u.umoptions FROM pg_user_mapping AS u
  WHERE u.umserver = v.oid AND u.umuser IN (0, (SELECT oid FROM pg_roles WHERE rolname = m.act_as))
  ORDER BY u.umuser DESC LIMIT 1) AS u ON true
CROSS JOIN LATERAL (
  SELECT (SELECT split_part(x, '=', 2) FROM unnest(u.umoptions) AS x WHERE x LIKE 'user=%') AS remote,
    (SELECT split_part(x, '=', 2) FROM unnest(f.ftoptions) AS x WHERE x LIKE 'schema\_name=%') AS schema,
    (SELECT split_part(x, '=', 2) FROM unnest(v.srvoptions) AS x WHERE x LIKE 'dbname=%') AS database) AS o
JOIN place AS p ON p.what = 'role' AND p.name = o.remote AND p.name <> m.app
  OR p.what = 'schema' AND p.name = o.schema AND o.database = current_database()
    AND NOT EXISTS (
      SELECT FROM place AS own JOIN place AS mine USING (tenant)
      WHERE own.what = 'schema' AND own.name = o.schema AND mine.what = 'role' AND mine.name = m.app)
    AND EXISTS (SELECT FROM place AS mine WHERE mine.what = 'role' AND mine.name = m.app)
WHERE c.relkind = 'f')
UNION ALL
-- A function that asks over a connection of its own: there nobody has set the context, and whom it signs in as, is
-- whom the policies see.
(SELECT r.name, y.app, y.act_as, NULL,
  format('%s %s(%s);', CASE r.prokind WHEN 'p' THEN 'CALL' ELSE 'SELECT' END, r.called, (
    SELECT string_agg('NULL::' || format_type(a.type, NULL), ', ' ORDER BY a.place)
    FROM unnest(r.proargtypes) WITH ORDINALITY AS a (type, place)
    WHERE a.place <= r.pronargs - r.pronargdefaults)),
  format('%s asks for rows of %s over a connection of its own, which signs in as somebody else and knows no '
    'context.', r.name, t.name),
  format('DROP ROUTINE %s;', r.name), NULL
FROM routine AS r JOIN callable AS y USING (oid)
JOIN relation AS t ON r.body ~ ('\m' || t.relname || '\M') JOIN tenant AS n ON n.relid = t.relid
WHERE r.body ~* '\mdblink(_exec|_open|_fetch|_send_query|_get_result)?\s*\(' AND r.body !~* {context}
  AND NOT EXISTS (SELECT FROM common AS s WHERE s.relid = t.relid)
  AND NOT EXISTS (SELECT FROM reached AS o WHERE r.body ~ ('\muser\s*=\s*' || o.app || '\M'))
ORDER BY t.name)
