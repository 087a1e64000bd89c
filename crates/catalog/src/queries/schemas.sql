SELECT 'schema', quote_ident(n.nspname), p.key, p.value
FROM pg_namespace AS n
CROSS JOIN LATERAL (
  VALUES ('owner', n.nspowner::regrole::text), ('comment', obj_description(n.oid, 'pg_namespace'))
) AS p (key, value)
WHERE p.value IS NOT NULL AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
  AND NOT EXISTS (
    SELECT FROM pg_depend AS d
    WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
UNION ALL
SELECT 'schema', quote_ident(n.nspname), 'grant to ' || a.grantee, a.rights
FROM pg_namespace AS n
CROSS JOIN LATERAL (
  SELECT CASE g.grantee WHEN 0 THEN 'public' ELSE g.grantee::regrole::text END AS grantee,
    string_agg(g.privilege_type || CASE WHEN g.is_grantable THEN '*' ELSE '' END, ', ' ORDER BY 1) AS rights
  FROM aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) AS g
  WHERE g.grantee <> n.nspowner GROUP BY g.grantee
) AS a
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
