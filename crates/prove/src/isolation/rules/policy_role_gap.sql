-- Another role of the application has a policy that asks nothing about the tenant.
SELECT format('%I on %s', g.name, g.of), g.app, g.act_as, g.before, g.statement,
  format('Policy %I admits rows of all tenants to %I, while other roles are bound: %s.', g.name, g.act_as,
    g.expression),
  CASE WHEN g.fence IS NOT NULL THEN format('ALTER POLICY %I ON %s USING (%s)%s;', g.name, g.of, g.fence,
    CASE WHEN g.cmd = 'r' OR g.cmd = 'd' THEN '' ELSE format(' WITH CHECK (%s)', g.fence) END) END,
  NULL
FROM named_gap AS g
WHERE g.kind = 'policy_role_gap'
