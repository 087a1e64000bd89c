-- A function that may be asked before the policy, about rows of any tenant.
SELECT r.name, c.app, c.act_as, NULL,
  format(E'SET LOCAL enable_indexscan = off;\nSET LOCAL enable_bitmapscan = off;\n'
    'EXPLAIN (COSTS OFF) SELECT * FROM %s '
    'WHERE %s(%s) IS NOT NULL;', coalesce((SELECT min(c.name) FROM tenant JOIN relation AS c USING (relid)
      WHERE c.secured), 'pg_class'), r.called,
    (SELECT string_agg(format('NULL::%s', format_type(t, NULL)), ', ') FROM unnest(r.proargtypes) AS t)),
  format('%s is LEAKPROOF: it is asked about rows before the policy has hidden them.', r.name),
  format('ALTER FUNCTION %s NOT LEAKPROOF;', r.name), NULL
FROM routine AS r JOIN callable AS c USING (oid)
WHERE r.proleakproof AND NOT r.is_trigger
