-- A table with a tenant column that the application reaches and that has no row security.
SELECT c.name, a.app, a.act_as, a.before, a.statement,
  format('%s has rows of tenants and no row security, and %I may %s.', c.name, a.act_as, a.verb),
  CASE WHEN t.fence IS NOT NULL THEN format(
    E'ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;%s', c.name,
    CASE WHEN EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = c.relid) THEN ''
      ELSE format(E'\nCREATE POLICY tenant_isolation ON %s USING (%s);', c.name, t.fence) END) END,
  NULL
FROM tenant AS t JOIN relation AS c USING (relid) JOIN attack AS a ON a.relid = c.relid AND a.place = 1
WHERE c.relkind IN ('r', 'p') AND NOT c.secured AND t.path = 'column' AND {level} = 'row'
  AND NOT c.is_partition
  AND NOT EXISTS (SELECT FROM pg_inherits AS i WHERE i.inhrelid = c.relid)
