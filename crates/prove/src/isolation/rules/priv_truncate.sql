-- TRUNCATE asks no policy.
SELECT c.name, m.app, m.act_as, NULL,
  format('TRUNCATE %s CASCADE;', c.name),
  format('%I may TRUNCATE %s, which empties it for all tenants.', m.act_as, c.name),
  (SELECT string_agg(DISTINCT g.revoke, E'\n') FROM granted AS g
   WHERE g.relid = c.relid AND g.verb = 'TRUNCATE' AND (g.grantee = 0 OR pg_has_role(m.role, g.grantee,
     'USAGE'))),
  NULL
FROM tenant AS t JOIN relation AS c USING (relid) JOIN may AS m ON m.relid = c.relid AND m.verb = 'TRUNCATE'
WHERE c.relkind IN ('r', 'p') AND NOT pg_has_role(m.role, c.owner, 'USAGE')
