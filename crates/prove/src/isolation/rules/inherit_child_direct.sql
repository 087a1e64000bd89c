-- A table that inherits from one of tenants: its parent's policies hold only for queries of the parent.
SELECT c.name, a.app, a.act_as, a.before, a.statement,
  format('%s inherits from a table of tenants, has no row security, and %I may %s it.', c.name, a.act_as,
    a.verb),
  format(E'ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;%s', c.name,
    CASE WHEN EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = c.relid) OR t.fence IS NULL THEN ''
      ELSE format(E'\nCREATE POLICY tenant_isolation ON %s USING (%s);', c.name, t.fence) END),
  NULL
FROM tenant AS t JOIN relation AS c USING (relid) JOIN attack AS a ON a.relid = c.relid AND a.place = 1
WHERE c.relkind IN ('r', 'p') AND NOT c.secured AND NOT c.is_partition AND t.path = 'column'
  AND {level} = 'row'
  AND EXISTS (SELECT FROM pg_inherits AS i WHERE i.inhrelid = c.relid)
