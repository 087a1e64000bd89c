-- A view that can be written, and then writes with the rights of an owner whom row security does not bind.
SELECT v.name, a.app, a.act_as,
  CASE WHEN a.verb = 'INSERT' THEN format(
    E'CREATE TEMPORARY TABLE probe ON COMMIT DROP AS SELECT * FROM %s LIMIT 1;\n'
    'GRANT SELECT ON probe TO PUBLIC;',
    v.name) END, a.statement,
  format('%s writes %s with the rights of %I, whom its row security does not bind; %I may %s.', v.name,
    b.name,
    pg_get_userbyid(p.owner), a.act_as, a.verb),
  format('ALTER VIEW %s SET (security_invoker = true);', v.name), NULL
FROM path AS p JOIN relation AS v ON v.relid = p.view JOIN relation AS b ON b.relid = p.base
JOIN free AS f ON f.role = p.owner AND f.relid = p.base
JOIN attack AS a ON a.relid = p.view AND a.verb <> 'SELECT'
WHERE p.depth = 1 AND NOT p.is_invoker AND p.text !~* {context}
  AND pg_relation_is_updatable(v.relid, false) & CASE a.verb WHEN 'INSERT' THEN 8 WHEN 'UPDATE' THEN 4
    ELSE 16 END <> 0
  AND NOT EXISTS (SELECT FROM common WHERE common.relid = v.relid)
ORDER BY a.place
