-- What PUBLIC may do, every role may that there is or will be.
SELECT c.name, a.app, a.act_as, a.before, a.statement,
  format('PUBLIC may %s on %s, which has rows of tenants.', string_agg(DISTINCT g.verb, ', '), c.name),
  string_agg(DISTINCT g.revoke, E'\n'), NULL
FROM tenant AS t JOIN relation AS c USING (relid) JOIN granted AS g ON g.relid = c.relid AND g.grantee = 0
LEFT JOIN attack AS a ON a.relid = c.relid AND a.place = 1
WHERE has_schema_privilege('public', c.schema, 'USAGE')
  OR EXISTS (SELECT FROM session AS s WHERE has_schema_privilege(s.role, c.schema, 'USAGE'))
GROUP BY c.name, a.app, a.act_as, a.before, a.statement
