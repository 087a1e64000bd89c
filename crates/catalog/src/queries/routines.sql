WITH routine AS MATERIALIZED (
  SELECT f.*, CASE f.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END AS kind,
    quote_ident(n.nspname) || '.' || quote_ident(f.proname) || '(' || pg_get_function_identity_arguments(f.oid) || ')'
      AS name
  FROM pg_proc AS f JOIN pg_namespace AS n ON n.oid = f.pronamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
    AND NOT EXISTS (
      SELECT FROM pg_depend AS d WHERE d.classid = 'pg_proc'::regclass AND d.objid = f.oid AND d.deptype IN ('e', 'i'))
)
SELECT f.kind, f.name, p.key, p.value
FROM routine AS f
CROSS JOIN LATERAL (
  VALUES
    ('owner', f.proowner::regrole::text),
    ('definition', CASE WHEN f.prokind <> 'a' THEN pg_get_functiondef(f.oid) END),
    ('comment', obj_description(f.oid, 'pg_proc'))
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT 'aggregate', f.name, p.key, p.value
FROM routine AS f
JOIN pg_aggregate AS g ON g.aggfnoid = f.oid
CROSS JOIN LATERAL (
  VALUES
    ('state', g.aggtransfn || ' ' || g.aggtranstype::regtype), ('final', nullif(g.aggfinalfn::oid, 0)::regproc::text),
    ('initial', g.agginitval)
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT f.kind, f.name, 'grant to ' || a.grantee, a.rights
FROM routine AS f
CROSS JOIN LATERAL (
  SELECT CASE g.grantee WHEN 0 THEN 'public' ELSE g.grantee::regrole::text END AS grantee,
    string_agg(g.privilege_type || CASE WHEN g.is_grantable THEN '*' ELSE '' END, ', ' ORDER BY g.privilege_type)
      AS rights
  FROM aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) AS g
  WHERE g.grantee <> f.proowner GROUP BY g.grantee
) AS a
