-- Where each tenant has a login, the login is what cannot be chosen; a setting of one's own can. A policy of a
-- common table that asks such a setting alone believes what every session says.
SELECT DISTINCT ON (c.relid) c.name, a.app, a.act_as,
  NULL,
  format('SELECT set_config(%L, %L, true); %s', n.setting, (
    SELECT max(p.tenant) FROM place AS p WHERE p.what = 'role' AND p.name <> a.app), a.statement),
  format('Policy %I of %s knows the tenant by the setting %s, which every session may choose, though each tenant '
    'has a login: %s.', e.polname, c.name, n.setting, e.expression),
  format('ALTER POLICY %I ON %s USING (%s);', e.polname, c.name,
    format('%s = %s', e.subject, (SELECT 'CASE current_user ' || string_agg(
      format('WHEN %L THEN %L', p.name, p.tenant), ' ' ORDER BY p.tenant) || ' END'
      FROM place AS p WHERE p.what = 'role'))),
  NULL
FROM relation AS c
JOIN LATERAL (
  SELECT m.app, m.act_as, m.role, m.verb, CASE m.verb
    WHEN 'SELECT' THEN format('SELECT * FROM %s;', c.name)
    WHEN 'UPDATE' THEN format('UPDATE %s SET %I = DEFAULT;', c.name, (SELECT min(attname) FROM pg_attribute
      WHERE attrelid = c.relid AND attnum > 0 AND NOT attisdropped))
    ELSE format('DELETE FROM %s;', c.name) END AS statement
  FROM may AS m WHERE m.relid = c.relid AND m.verb IN ('SELECT', 'UPDATE', 'DELETE')
) AS a ON true
JOIN LATERAL (
  SELECT p.polname, p.polroles, x.expression,
    substring(x.expression FROM '\(?("[^"]+"|\m[a-z_]\w*)(?:\)?::\w+)? = ') AS subject,
    x.expression || coalesce((
      SELECT string_agg(E'\n' || r.body, '') FROM routine AS r
      WHERE x.expression ~ ('\m' || r.proname || '\M')), '') AS text
  FROM pg_policy AS p
  CROSS JOIN LATERAL (SELECT pg_get_expr(p.polqual, p.polrelid) AS expression) AS x
  WHERE p.polrelid = c.relid AND p.polpermissive AND p.polcmd IN ('*', CASE a.verb WHEN 'SELECT' THEN 'r'
    WHEN 'UPDATE' THEN 'w' ELSE 'd' END::"char")
    AND (0 = ANY (p.polroles) OR EXISTS (
      SELECT FROM unnest(p.polroles) AS x (role) WHERE x.role <> 0 AND pg_has_role(a.role, x.role, 'USAGE')))
) AS e ON true
CROSS JOIN LATERAL (
  SELECT substring(e.text FROM 'current_setting\(''(\w+\.[\w.]+)''') AS setting) AS n
WHERE c.secured AND c.relkind IN ('r', 'p') AND {setting} = ''
  AND (SELECT count(DISTINCT p.name) FROM place AS p WHERE p.what = 'role') > 1
  AND EXISTS (SELECT FROM place AS p WHERE p.what = 'role' AND p.name = a.app)
  AND NOT EXISTS (SELECT FROM place AS p WHERE p.what = 'schema' AND p.name = c.nspname)
  AND NOT EXISTS (SELECT FROM common AS o WHERE o.relid = c.relid)
  -- The setting stands for a column's value; one by which languages or the like are chosen is none of a tenant.
  AND n.setting IS NOT NULL AND e.subject IS NOT NULL
  AND n.setting !~* '(lang|language|locale|zone|currency|country|version|date)$'
  AND e.text !~* '\m(current_user|session_user|current_role|pg_has_role|hmac|digest)\M|\muser\M(?!_)'
  AND NOT EXISTS (
    SELECT FROM pg_policy AS p WHERE p.polrelid = c.relid AND NOT p.polpermissive
      AND pg_get_expr(p.polqual, p.polrelid) ~* '\m(current_user|session_user|current_role|pg_has_role)\M')
ORDER BY c.relid, array_position(ARRAY['SELECT', 'UPDATE', 'DELETE'], a.verb), a.app
