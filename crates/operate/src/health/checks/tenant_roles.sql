-- What lets an application role past row security: itself, or a role that it can become. Then the owners of
-- the tenants' tables who may log in.
WITH owned AS (
  SELECT c.relowner AS role, count(*) AS tables, count(*) FILTER (WHERE NOT c.relforcerowsecurity) AS unforced
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = {key} AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
    AND n.nspname NOT LIKE 'pg\_%' AND n.nspname NOT IN ('information_schema', 'bulkhead')
    AND format('%s.%s', n.nspname, c.relname) <> ALL ({shared})
  GROUP BY c.relowner
),
application AS (
  SELECT w.name, r.oid, r.rolsuper
  FROM unnest({roles}) AS w (name)
  LEFT JOIN pg_roles AS r ON r.rolname = w.name
)
SELECT quote_ident(a.name), CASE WHEN a.oid IS NULL THEN 'absent' ELSE 'application' END,
  nullif(quote_ident(g.rolname), quote_ident(a.name)), g.rolsuper, g.rolbypassrls, o.tables, o.unforced
FROM application AS a
-- A superuser can become anybody; that it is one says all.
LEFT JOIN pg_roles AS g ON g.oid = a.oid OR NOT a.rolsuper AND pg_has_role(a.oid, g.oid, 'MEMBER')
LEFT JOIN owned AS o ON o.role = g.oid
UNION ALL
SELECT quote_ident(r.rolname), 'owner', NULL, false, r.rolbypassrls, o.tables, o.unforced
FROM owned AS o
JOIN pg_roles AS r ON r.oid = o.role
WHERE r.rolcanlogin AND NOT r.rolsuper AND r.rolname <> ALL ({roles})
ORDER BY 1, 3 NULLS FIRST;
