-- A view that reads a table of tenants with the rights of an owner whom row security does not bind, and that
-- says nothing of the session.
SELECT v.name, a.app, a.act_as, NULL, a.statement,
  format('%s reads %s with the rights of %I, whom its row security does not bind.', v.name, b.name,
    pg_get_userbyid(p.owner)),
  format('ALTER VIEW %s SET (security_invoker = true);', v.name), NULL
FROM path AS p JOIN relation AS v ON v.relid = p.view JOIN relation AS b ON b.relid = p.base
JOIN free AS f ON f.role = p.owner AND f.relid = p.base
JOIN attack AS a ON a.relid = p.view AND a.verb = 'SELECT'
WHERE p.depth = 1 AND NOT p.is_invoker AND p.text !~* {context}
  AND NOT EXISTS (SELECT FROM common WHERE common.relid = v.relid)
ORDER BY a.place
