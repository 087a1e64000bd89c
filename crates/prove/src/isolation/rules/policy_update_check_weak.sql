-- An UPDATE whose check asks nothing about the tenant moves rows to others.
SELECT format('%I on %s', g.name, g.of), g.app, g.act_as,
  format(E'CREATE TEMPORARY TABLE probe ON COMMIT DROP AS SELECT * FROM %s%s LIMIT 1;\n'
    'GRANT SELECT ON probe TO PUBLIC;',
    g.of, ' ORDER BY ' || quote_ident(g.tenant_column) || ' DESC NULLS LAST'),
  CASE WHEN g.tenant_column IS NULL THEN g.statement
    ELSE format('UPDATE %s SET %I = (SELECT %2$I FROM probe);', g.of, g.tenant_column) END,
  format('Policy %I lets %I give its rows to any tenant: %s.', g.name, g.act_as, g.expression),
  CASE WHEN g.fence IS NOT NULL THEN format('ALTER POLICY %I ON %s WITH CHECK (%s);', g.name, g.of,
    g.fence) END,
  NULL
FROM named_gap AS g
WHERE g.kind = 'policy_update_check_weak'
