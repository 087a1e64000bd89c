-- A pattern or a prefix is no equality: the id of one tenant may match another's.
SELECT DISTINCT ON (m.oid) format('%I on %s', m.name, m.of), a.app, a.act_as, a.before, a.statement,
  format('Policy %I matches the tenant by a pattern: %s.', m.name, m.expression),
  CASE WHEN m.fence IS NOT NULL THEN format('ALTER POLICY %I ON %s USING (%s)%s;', m.name, m.of, m.fence,
    CASE WHEN m.cmd IN ('r', 'd') THEN '' ELSE format(' WITH CHECK (%s)', m.fence) END) END,
  NULL
FROM met AS m JOIN attack AS a ON a.relid = m.relid AND a.role = m.role AND a.app = m.app AND a.verb = m.verb
WHERE m.permissive AND m.part = 'USING' AND m.expression ~* {context}
  AND (m.expression ~ ('\m' || m.tenant_column || '\M\)?(::\w+)?\)? (~~|~~\*|~|~\*|\^@) ')
    OR m.expression ~ ('\m(starts_with|strpos|"position")\(\(?' || m.tenant_column || '\M')
    -- Another column that begins with the tenant, and nothing ends it: 41 begins with 4. A uuid begins with no other.
    OR m.expression ~ '~~\*? .*[)\w] \|\| ''%''::text'
      AND m.expression !~ '[^\w'']''(::text)?\)? \|\| ''%''::text'
      AND substring(m.expression FROM '~~\*? (.*?)\|\| ''%''::text') ~* {context}
      AND EXISTS (
        SELECT FROM pg_attribute AS t
        WHERE t.attrelid = m.relid AND t.attname = m.tenant_column AND t.atttypid <> 'uuid'::regtype)
    -- What the tenant is computed from: a beginning that nothing ends, or a regular expression found anywhere.
    OR EXISTS (
      SELECT FROM pg_attribute AS g JOIN pg_attrdef AS e ON e.adrelid = g.attrelid AND e.adnum = g.attnum
      JOIN pg_depend AS d ON d.classid = 'pg_attrdef'::regclass AND d.objid = e.oid
        AND d.refclassid = 'pg_class'::regclass AND d.refobjid = g.attrelid
      JOIN pg_attribute AS s ON s.attrelid = g.attrelid AND s.attnum = d.refobjsubid AND s.attnum <> g.attnum
      WHERE g.attrelid = m.relid AND g.attname = m.tenant_column AND g.attgenerated <> ''
        AND (m.expression ~ ('\m' || s.attname || '\M\)? (~~|~~\*) .*\|\| ''%')
          OR m.expression !~ '\^' AND m.expression ~ ('\m' || s.attname || '\M\)? (~|~\*) '))))
ORDER BY m.oid, a.place
