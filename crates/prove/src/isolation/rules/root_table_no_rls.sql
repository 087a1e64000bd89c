-- The list of tenants, without row security.
SELECT c.name, a.app, a.act_as, a.before, a.statement,
  format('%s, the list of tenants, has no row security, and %I may %s.', c.name, a.act_as, a.verb),
  CASE WHEN t.fence IS NOT NULL THEN format(
    E'ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;%s', c.name,
    CASE WHEN EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = c.relid) THEN ''
      ELSE format(E'\nCREATE POLICY tenant_isolation ON %s USING (%s);', c.name, t.fence) END) END,
  CASE WHEN a.verb = 'SELECT' THEN 'high' ELSE 'critical' END
FROM tenant AS t JOIN relation AS c USING (relid) JOIN attack AS a ON a.relid = c.relid AND a.place = 1
WHERE c.relkind IN ('r', 'p') AND NOT c.secured AND t.path = 'root' AND {level} = 'row'
