-- Without a context, or with an empty one, a policy has to admit nothing.
SELECT DISTINCT ON (m.oid) format('%I on %s', m.name, m.of), a.app, a.act_as, NULL,
  format(E'SELECT set_config(%L, '''', true);\n%s', {setting}, a.statement),
  format('Policy %I admits rows when there is no context: %s.', m.name, m.expression),
  CASE WHEN m.fence IS NOT NULL THEN format('ALTER POLICY %I ON %s USING (%s)%s;', m.name, m.of, m.fence,
    CASE WHEN m.cmd IN ('r', 'd') THEN '' ELSE format(' WITH CHECK (%s)', m.fence) END) END,
  NULL
FROM met AS m JOIN attack AS a ON a.relid = m.relid AND a.role = m.role AND a.app = m.app AND a.verb = m.verb
CROSS JOIN LATERAL (
  -- The context, bare, by name of its setting or of a function without arguments.
  SELECT '\((\( SELECT )?([\w."]+\(\)|current_setting\(''' || replace({setting}, '.', '\.')
    || '''::text(, true)?\))( AS \w+\))? (IS NULL|= ''''::text)\)' AS is_empty
) AS c
WHERE m.permissive AND m.part = 'USING' AND m.expression ~* {context}
  -- The first or the last of alternatives that nothing else is joined to.
  AND (m.expression ~ ('^\(' || c.is_empty || ' OR ') OR m.expression ~ (' OR ' || c.is_empty || '\)$')
    OR m.expression ~* ('^\(' || m.tenant_column || ' = \(?COALESCE\(.*(' || replace({setting}, '.', '\.')
      || '|\(\)).*, ([\w."]+\.)?' || m.tenant_column || '(::\w+)?\)\)*$'))
ORDER BY m.oid, a.place
