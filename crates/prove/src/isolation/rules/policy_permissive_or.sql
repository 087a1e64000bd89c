-- Permissive policies are joined by OR: one that asks nothing about the tenant undoes the others.
SELECT format('%I on %s', g.name, g.of), g.app, g.act_as, g.before, g.statement,
  format('Policy %I adds rows of all tenants to those that the other policies admit: %s.', g.name,
    g.expression),
  CASE WHEN g.fence IS NOT NULL THEN format('ALTER POLICY %I ON %s USING ((%s) AND %s);', g.name, g.of,
    g.expression,
    g.fence) END,
  NULL
FROM named_gap AS g
WHERE g.kind = 'policy_permissive_or'
