-- What lies outside the tenants' schemas is common to all: a table without row security that tenants write,
-- or a view over the schemas of several.
SELECT c.name, a.app, a.act_as, NULL, a.statement,
  CASE c.relkind WHEN 'v' THEN format('%s shows rows of the schemas %s.', c.name, y.schemas)
    WHEN 'm' THEN format('%s keeps rows of the schemas %s.', c.name, y.schemas)
    ELSE format('%s is written by all tenants and has no row security.', c.name) END,
  (SELECT string_agg(DISTINCT g.revoke, E'\n') FROM granted AS g
   WHERE g.relid = c.relid AND (g.grantee = 0 OR EXISTS (
     SELECT FROM session AS s WHERE pg_has_role(s.role, g.grantee, 'USAGE')))),
  NULL
FROM relation AS c JOIN attack AS a ON a.relid = c.relid
LEFT JOIN LATERAL (
  SELECT string_agg(DISTINCT b.nspname, ', ') AS schemas, count(DISTINCT b.nspname) AS count
  FROM pg_rewrite AS w
  JOIN pg_depend AS d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refobjid <> c.relid
  LEFT JOIN path AS p ON p.view = d.refobjid
  JOIN relation AS b ON b.relid IN (d.refobjid, p.base)
  WHERE w.ev_class = c.relid AND b.nspname IN (SELECT name FROM place WHERE what = 'schema')
) AS y ON true
WHERE {level} = 'schema' AND c.nspname NOT IN (SELECT name FROM place WHERE what = 'schema')
  AND NOT EXISTS (SELECT FROM common WHERE common.relid = c.relid)
  AND (c.relkind = 'm' AND y.count > 1 OR c.relkind = 'v' AND NOT c.is_invoker AND y.count > 1
      -- Views that ask who looks are judged by what they show.
      AND pg_get_viewdef(c.relid) !~* '\m(current_user|session_user|current_role|current_setting)\M'
    OR c.relkind IN ('r', 'p') AND NOT c.secured AND EXISTS (
      SELECT FROM may AS m WHERE m.relid = c.relid AND m.verb IN ('INSERT', 'UPDATE', 'DELETE')))
ORDER BY a.place
