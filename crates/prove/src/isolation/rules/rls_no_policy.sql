-- Rights that row security without a policy makes void: no hole, but hardly what was meant.
SELECT c.name, a.app, a.act_as, a.before, a.statement,
  format('%s has row security and no policy: %I may %s and meets no row.', c.name, a.act_as, a.verb),
  CASE WHEN t.fence IS NOT NULL THEN format('CREATE POLICY tenant_isolation ON %s USING (%s);', c.name,
    t.fence) END,
  NULL
FROM tenant AS t JOIN relation AS c USING (relid) JOIN attack AS a ON a.relid = c.relid AND a.place = 1
WHERE c.secured AND NOT EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = c.relid)
  AND NOT pg_has_role(a.role, c.owner, 'USAGE')
