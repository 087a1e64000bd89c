-- A table whose rows belong to the tenant of another table's row, without row security of its own.
SELECT c.name, a.app, a.act_as, a.before, a.statement,
  format('%s has rows of tenants by a foreign key and no row security, and %I may %s.', c.name, a.act_as,
    a.verb),
  format(E'ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;%s', c.name,
    CASE WHEN EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = c.relid) THEN ''
      ELSE format(E'\nCREATE POLICY tenant_isolation ON %s USING (%s);', c.name, t.fence) END),
  NULL
FROM tenant AS t JOIN relation AS c USING (relid) JOIN attack AS a ON a.relid = c.relid AND a.place = 1
WHERE c.relkind IN ('r', 'p') AND NOT c.secured AND t.path = 'parent' AND {level} = 'row'
  AND NOT c.is_partition
