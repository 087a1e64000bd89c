-- A view over a view: what counts is the owner of the one in which the table stands.
SELECT v.name, a.app, a.act_as, NULL, a.statement,
  format('%s leads through other views to %s, which is read with the rights of %I.', v.name, b.name,
    pg_get_userbyid(p.owner)),
  (SELECT string_agg(DISTINCT format('ALTER VIEW %s SET (security_invoker = true);', l.name), E'\n')
   FROM path AS x JOIN relation AS l ON l.relid = x.base OR l.relid = x.view
   WHERE x.view = v.relid AND l.relkind = 'v' AND NOT l.is_invoker),
  NULL
FROM path AS p JOIN relation AS v ON v.relid = p.view JOIN relation AS b ON b.relid = p.base
JOIN free AS f ON f.role = p.owner AND f.relid = p.base
JOIN attack AS a ON a.relid = p.view AND a.verb = 'SELECT'
WHERE p.depth > 1 AND NOT p.is_invoker AND p.text !~* {context}
  AND NOT EXISTS (SELECT FROM common WHERE common.relid = v.relid)
ORDER BY a.place
