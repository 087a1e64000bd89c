-- There is no row security on foreign tables, and the remote side sees whoever the user mapping names.
SELECT c.name, a.app, a.act_as, a.before, a.statement,
  format('%s is a foreign table with rows of tenants, and %I may %s.', c.name, a.act_as, a.verb),
  (SELECT string_agg(DISTINCT g.revoke, E'\n') FROM granted AS g
   WHERE g.relid = c.relid AND (g.grantee = 0 OR EXISTS (
     SELECT FROM session AS s WHERE pg_has_role(s.role, g.grantee, 'USAGE')))),
  NULL
FROM tenant AS t JOIN relation AS c USING (relid) JOIN attack AS a ON a.relid = c.relid AND a.place = 1
WHERE c.relkind = 'f'
