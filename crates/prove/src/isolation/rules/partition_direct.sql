-- A partition that the application may use by its own name: the policies of the partitioned table do not hold
-- there.
SELECT c.name, a.app, a.act_as, a.before, a.statement,
  format('%s is a partition without row security, and %I may %s it by its own name.', c.name, a.act_as,
    a.verb),
  (SELECT string_agg(DISTINCT g.revoke, E'\n') FROM granted AS g
   WHERE g.relid = c.relid AND (g.grantee = 0 OR EXISTS (
     SELECT FROM session AS s WHERE pg_has_role(s.role, g.grantee, 'USAGE')))),
  NULL
FROM tenant AS t JOIN relation AS c USING (relid) JOIN attack AS a ON a.relid = c.relid AND a.place = 1
WHERE c.relkind IN ('r', 'p') AND NOT c.secured AND c.is_partition AND {level} = 'row'
