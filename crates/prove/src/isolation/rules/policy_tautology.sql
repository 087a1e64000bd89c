-- A column that is compared with itself.
SELECT format('%I on %s', g.name, g.of), g.app, g.act_as, g.before, g.statement,
  format('Policy %I compares a column with itself: %s.', g.name, g.expression),
  CASE WHEN g.fence IS NOT NULL THEN format('ALTER POLICY %I ON %s USING (%s)%s;', g.name, g.of, g.fence,
    CASE WHEN g.cmd = 'r' OR g.cmd = 'd' THEN '' ELSE format(' WITH CHECK (%s)', g.fence) END) END,
  NULL
FROM named_gap AS g
WHERE g.kind = 'policy_tautology'
