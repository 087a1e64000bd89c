-- Row security binds no superuser.
SELECT quote_ident(r.name), r.app, r.act_as, NULL, a.statement,
  format('The application logs in as %I, which is a superuser: no policy and no privilege binds it.', r.name),
  format('ALTER ROLE %I NOSUPERUSER;', r.name), NULL
FROM reached AS r
LEFT JOIN LATERAL (
  SELECT format('SELECT * FROM %s;', c.name) AS statement FROM tenant JOIN relation AS c USING (relid)
  ORDER BY c.name LIMIT 1
) AS a ON true
WHERE r.superuser AND r.name = r.app
