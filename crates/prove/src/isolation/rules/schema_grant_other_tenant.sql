-- The role of a tenant reaches into the schema of another.
SELECT format('%I in schema %I', o.name, p.name), m.app, m.act_as, NULL,
  format('SELECT * FROM %s;', min(c.name)),
  format('%I, the role of tenant %s, may use %s relations in schema %I of tenant %s.', o.name, o.tenant,
    count(DISTINCT c.relid), p.name, p.tenant),
  format('REVOKE USAGE ON SCHEMA %I FROM %I;%s', p.name, o.name,
    coalesce((SELECT format(E'\nREVOKE USAGE ON SCHEMA %I FROM PUBLIC;', p.name)
      WHERE has_schema_privilege('public', min(c.schema), 'USAGE')), '')),
  NULL
FROM place AS o JOIN place AS p ON p.what = 'schema' AND p.tenant <> o.tenant
JOIN relation AS c ON c.nspname = p.name JOIN may AS m ON m.relid = c.relid AND m.app = o.name
  AND m.act_as = o.name
WHERE o.what = 'role' AND {level} = 'schema' AND m.verb IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
GROUP BY o.name, o.tenant, p.name, p.tenant, m.app, m.act_as
