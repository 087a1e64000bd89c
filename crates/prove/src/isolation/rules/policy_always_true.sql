-- A policy that asks nothing about the tenant admits the rows of all.
SELECT format('%I on %s', g.name, g.of), g.app, g.act_as, g.before, g.statement,
  format('Policy %I admits rows of all tenants to %I for %s: %s.', g.name, g.act_as, g.verb, g.expression),
  CASE WHEN g.fence IS NOT NULL THEN format('ALTER POLICY %I ON %s USING (%s)%s;', g.name, g.of, g.fence,
    CASE WHEN g.cmd = 'r' OR g.cmd = 'd' THEN '' ELSE format(' WITH CHECK (%s)', g.fence) END) END,
  NULL
FROM named_gap AS g
WHERE g.kind = 'policy_always_true'
