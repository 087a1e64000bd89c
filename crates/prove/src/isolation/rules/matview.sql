-- A materialized view keeps what its owner saw when it was refreshed, and has no row security.
SELECT c.name, a.app, a.act_as, NULL, a.statement,
  format('%s keeps rows of all tenants, and %I may read it.', c.name, a.act_as),
  (SELECT string_agg(DISTINCT g.revoke, E'\n') FROM granted AS g
   WHERE g.relid = c.relid AND (g.grantee = 0 OR EXISTS (
     SELECT FROM session AS s WHERE pg_has_role(s.role, g.grantee, 'USAGE')))),
  NULL
FROM relation AS c JOIN attack AS a ON a.relid = c.relid AND a.verb = 'SELECT'
WHERE c.relkind = 'm' AND NOT EXISTS (SELECT FROM common WHERE common.relid = c.relid)
  AND EXISTS (
    SELECT FROM pg_rewrite AS w
    JOIN pg_depend AS d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refobjid <> c.relid
    LEFT JOIN path AS p ON p.view = d.refobjid
    WHERE w.ev_class = c.relid AND coalesce(p.base, d.refobjid) IN (
      SELECT t.relid FROM tenant AS t JOIN relation AS b USING (relid)
      WHERE b.relkind IN ('r', 'p', 'f', 'm') AND t.relid NOT IN (SELECT relid FROM common)))
ORDER BY a.place
