-- What may be called: not triggers, not what belongs to an extension.
SELECT r.place - 1, p.oid, p.oid::regprocedure, quote_ident(n.nspname) || '.' || quote_ident(p.proname),
  p.prosecdef, p.prokind, p.pronargdefaults, pg_get_function_result(p.oid) = 'void',
  coalesce(array_to_string(p.proconfig, E'\x01'), ''),
  (SELECT string_agg(concat_ws(E'\x02', format_type(t.oid, NULL), p.proargnames[a.place], t.typtype,
     (SELECT e.enumlabel FROM pg_enum AS e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder LIMIT 1)),
     E'\x01' ORDER BY a.place)
   FROM unnest(p.proargtypes) WITH ORDINALITY AS a (type, place) JOIN pg_type AS t ON t.oid = a.type),
  coalesce(p.prosrc, '') || coalesce(pg_get_function_sqlbody(p.oid), '')
FROM unnest({roles}::oid[]) WITH ORDINALITY AS r (oid, place)
CROSS JOIN pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
WHERE p.prokind IN ('f', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype, 'internal'::regtype)
  AND NOT EXISTS (
    SELECT FROM pg_depend AS d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  AND has_function_privilege(r.oid, p.oid, 'EXECUTE') AND has_schema_privilege(r.oid, n.oid, 'USAGE')
ORDER BY 1, 3
