-- Rows of no tenant are seen by all. Who may write one writes for all; who may change or delete one takes it
-- from all.
SELECT DISTINCT ON (m.oid) format('%I on %s', m.name, m.of), a.app, a.act_as, NULL,
  CASE m.verb WHEN 'DELETE' THEN format('DELETE FROM %s WHERE %I IS NULL;', m.of, m.tenant_column)
    ELSE a.statement END,
  format('Policy %I lets %I %s rows of no tenant, which all tenants see.', m.name, m.act_as, m.verb),
  CASE WHEN m.fence IS NOT NULL AND m.cmd = '*' THEN
    format(E'CREATE POLICY %I ON %s FOR SELECT USING (%s);\n'
      'ALTER POLICY %I ON %2$s USING (%5$s) WITH CHECK (%5$s);',
      m.name || '_read', m.of, (SELECT pg_get_expr(p.polqual, p.polrelid) FROM pg_policy AS p
        WHERE p.oid = m.oid),
      m.name, m.fence) END,
  NULL
FROM met AS m
JOIN attack AS a ON a.relid = m.relid AND a.role = m.role AND a.app = m.app AND a.verb = m.verb
JOIN pg_attribute AS n ON n.attrelid = m.relid AND n.attname = m.tenant_column AND NOT n.attnotnull
WHERE m.permissive AND m.verb <> 'SELECT'
  AND m.expression ~ ('(\m' || m.tenant_column || ' IS NULL\) OR| OR \(' || m.tenant_column || ' IS NULL\))')
  AND EXISTS (
    SELECT FROM met AS o WHERE o.relid = m.relid AND o.verb = 'SELECT' AND o.permissive
      AND o.expression ~ ('(\m' || m.tenant_column || ' IS NULL\) OR| OR \(' || m.tenant_column
        || ' IS NULL\))'))
ORDER BY m.oid, array_position(ARRAY['DELETE', 'INSERT', 'UPDATE'], m.verb), a.place
