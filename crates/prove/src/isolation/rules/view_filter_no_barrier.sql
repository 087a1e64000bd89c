-- A view that alone keeps tenants apart, without being a barrier: a condition of the query may be asked
-- first, and tells what it saw by an error or by what it calls.
SELECT v.name, a.app, a.act_as, NULL,
  format(E'CREATE FUNCTION pg_temp.peek(line text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS\n'
    '$$BEGIN RAISE NOTICE ''%%'', line; RETURN true; END$$;\n'
    'SELECT * FROM %s AS v WHERE pg_temp.peek(v::text);', v.name),
  format('%s filters the rows of %s by the session and is no security barrier.', v.name, b.name),
  format('ALTER VIEW %s SET (security_barrier = true);', v.name), NULL
FROM path AS p JOIN relation AS v ON v.relid = p.view JOIN relation AS b ON b.relid = p.base
JOIN free AS f ON f.role = p.owner AND f.relid = p.base
JOIN attack AS a ON a.relid = p.view AND a.verb = 'SELECT'
WHERE p.depth = 1 AND NOT p.is_invoker AND p.text ~* {context}
  AND NOT coalesce(v.reloptions::text ~ 'security_barrier=(true|on|1)', false)
ORDER BY a.place
