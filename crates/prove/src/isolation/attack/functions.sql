-- What may be called: not triggers, not what belongs to an extension. Of each argument that a call gives: the type
-- beneath domains, the name, the labels of an enum, the mode, the type as declared, the relation whose row it is, and
-- what a row or a list of rows is made of.
SELECT r.place - 1, p.oid, p.oid::regprocedure, quote_ident(n.nspname) || '.' || quote_ident(p.proname),
  p.prosecdef, p.prokind, p.pronargdefaults, pg_get_function_result(p.oid) = 'void',
  coalesce(array_to_string(p.proconfig, E'\x01'), ''),
  (SELECT string_agg(concat_ws(E'\x02', format_type(b.oid, NULL), coalesce(p.proargnames[a.place], ''),
     coalesce((SELECT string_agg(e.enumlabel, E'\x03' ORDER BY e.enumsortorder) FROM pg_enum AS e
               WHERE e.enumtypid = b.oid), ''),
     coalesce(p.proargmodes[a.place], 'i'), format_type(t.oid, NULL), b.typrelid,
     coalesce((SELECT string_agg(concat_ws(E'\x04', f.attname, format_type(f.atttypid, NULL)), E'\x03'
         ORDER BY f.attnum)
       FROM pg_type AS g JOIN pg_attribute AS f ON f.attrelid = g.typrelid
       WHERE g.oid IN (b.oid, b.typelem) AND f.attnum > 0 AND NOT f.attisdropped), '')),
     E'\x01' ORDER BY a.place)
   FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY AS a (type, place)
   JOIN pg_type AS t ON t.oid = a.type
   JOIN pg_type AS b ON b.oid = CASE t.typtype WHEN 'd' THEN
     (SELECT CASE d.typtype WHEN 'd' THEN d.typbasetype ELSE d.oid END FROM pg_type AS d WHERE d.oid = t.typbasetype)
     ELSE t.oid END
   WHERE coalesce(p.proargmodes[a.place], 'i') IN ('i', 'b', 'v') OR p.prokind = 'p'),
  coalesce(p.prosrc, '') || coalesce(pg_get_function_sqlbody(p.oid), ''),
  p.prorettype = 'record'::regtype
    AND (SELECT count(*) FROM unnest(p.proargmodes) AS m (mode) WHERE m.mode IN ('o', 'b', 't')) < 2,
  -- Whether the policies of a table that it names bind its owner, and take the owner for the one who asks.
  p.prosecdef AND EXISTS (
    SELECT FROM pg_policy AS l JOIN pg_class AS c ON c.oid = l.polrelid JOIN pg_roles AS o ON o.oid = p.proowner
    WHERE c.relrowsecurity AND (c.relforcerowsecurity OR NOT pg_has_role(o.oid, c.relowner, 'USAGE'))
      AND NOT o.rolsuper AND NOT o.rolbypassrls
      AND concat(pg_get_expr(l.polqual, c.oid), ' ', pg_get_expr(l.polwithcheck, c.oid)) ~* '\mcurrent_user\M'
      AND p.prosrc ~* ('\m' || regexp_replace(c.relname, '\W', '.', 'g') || '\M')),
  p.prorettype = 'refcursor'::regtype
FROM unnest({roles}::oid[]) WITH ORDINALITY AS r (oid, place)
CROSS JOIN pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
WHERE p.prokind IN ('f', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype, 'internal'::regtype)
  AND NOT EXISTS (
    SELECT FROM pg_depend AS d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  AND has_function_privilege(r.oid, p.oid, 'EXECUTE') AND has_schema_privilege(r.oid, n.oid, 'USAGE')
ORDER BY 1, 3
