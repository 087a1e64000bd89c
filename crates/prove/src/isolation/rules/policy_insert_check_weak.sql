-- An INSERT whose check asks nothing about the tenant plants rows with others.
SELECT format('%I on %s', g.name, g.of), g.app, g.act_as, g.before, g.statement,
  format('Policy %I lets %I insert rows of any tenant: %s.', g.name, g.act_as, g.expression),
  CASE WHEN g.fence IS NOT NULL THEN format('ALTER POLICY %I ON %s WITH CHECK (%s);', g.name, g.of,
    g.fence) END,
  NULL
FROM named_gap AS g
WHERE g.kind = 'policy_insert_check_weak'
