-- A function of PostgreSQL's own that has been made LEAKPROOF. What is as it was shipped was written by the
-- first transaction of the cluster.
SELECT p.oid::regprocedure::text, s.app, s.act_as, NULL,
  format('SELECT proleakproof FROM pg_catalog.pg_proc WHERE oid = %s::regprocedure;',
    quote_literal(p.oid::regprocedure::text)),
  format('%s was made LEAKPROOF: its errors tell about rows that policies hide.', p.oid::regprocedure),
  format('ALTER FUNCTION pg_catalog.%s NOT LEAKPROOF;', p.oid::regprocedure), NULL
FROM pg_proc AS p CROSS JOIN (SELECT app, act_as FROM session ORDER BY app, act_as LIMIT 1) AS s
WHERE p.oid < 16384 AND p.proleakproof AND p.xmin::text <> '1'
