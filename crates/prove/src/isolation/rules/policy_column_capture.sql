-- In a subquery, a column without its table's name is taken from the inner table: compared with itself, it is
-- true, and the policy says less of its row than it seems to, or the same of every row. What ties the row by its
-- own tenant's column besides stays within the tenant.
SELECT DISTINCT ON (m.oid) format('%I on %s', m.name, m.of), a.app, a.act_as, a.before, a.statement,
  format('Policy %I compares a column with itself%s: %s.', m.name,
    CASE WHEN m.reads_row THEN '' ELSE ' and asks nothing about its own row' END, m.expression),
  CASE WHEN m.fence IS NOT NULL THEN format('ALTER POLICY %I ON %s USING (%s)%s;', m.name, m.of, m.fence,
    CASE WHEN m.cmd IN ('r', 'd') THEN '' ELSE format(' WITH CHECK (%s)', m.fence) END) END,
  NULL
FROM met AS m JOIN attack AS a ON a.relid = m.relid AND a.role = m.role AND a.app = m.app AND a.verb = m.verb
WHERE m.permissive AND m.part = 'USING' AND m.expression ~* '\mselect\M'
  AND m.expression ~ ('(?:^|[^\w."])\(*((?:"[^"]+"|\w+)\.(?:"[^"]+"|\w+))((?:\)?::[\w ]+\w)?) = '
    '\(*\1\2(?:$|[^\w."(:])')
  AND NOT (m.reads_row AND m.expression !~ '\mOR\M' AND coalesce(m.expression ~ (
    '(^|[^\w."])' || quote_ident(m.tenant_column) || '(\)?::[\w ]+\w)? = (?!ANY)'
    '| = \(?' || quote_ident(m.tenant_column) || '($|[^\w."])'), false))
  AND NOT EXISTS (
    SELECT FROM met AS o WHERE o.relid = m.relid AND o.role = m.role AND o.verb = m.verb AND NOT o.permissive
      AND NOT o.is_loose)
ORDER BY m.oid, a.place
