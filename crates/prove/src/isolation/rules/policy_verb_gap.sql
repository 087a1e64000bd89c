-- Reading is tied to the tenant and writing is not. A statement that reads no column meets only the latter.
SELECT format('%I on %s', g.name, g.of), g.app, g.act_as, g.before, g.statement,
  format('Policy %I lets %I %s rows that it cannot read: %s.', g.name, g.act_as, g.verb, g.expression),
  CASE WHEN g.fence IS NOT NULL THEN format('ALTER POLICY %I ON %s USING (%s)%s;', g.name, g.of, g.fence,
    CASE WHEN g.cmd = 'r' OR g.cmd = 'd' THEN '' ELSE format(' WITH CHECK (%s)', g.fence) END) END,
  NULL
FROM named_gap AS g
WHERE g.kind = 'policy_verb_gap'
