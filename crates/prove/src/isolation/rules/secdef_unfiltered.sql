-- A function that runs with the rights of an owner whom row security does not bind, says nothing of the
-- session, and either takes nothing to choose rows by or takes the tenant from the caller. Others may look a
-- row up by a secret.
SELECT r.name, c.app, c.act_as,
  CASE WHEN told.place IS NOT NULL THEN format(
    E'CREATE TEMPORARY TABLE other ON COMMIT DROP AS\n'
    '  SELECT %1$I AS tenant FROM %2$s ORDER BY %1$I DESC NULLS LAST LIMIT 1;\nGRANT SELECT ON other TO PUBLIC;',
    t.tenant_column, t.name) END,
  format('SELECT * FROM %s(%s);', r.called,
    (SELECT string_agg(format('%s::%s',
       CASE WHEN a.place = told.place THEN '(SELECT tenant FROM other)' ELSE 'NULL' END,
       format_type(a.type, NULL)), ', ' ORDER BY a.place)
     FROM unnest(r.proargtypes) WITH ORDINALITY AS a (type, place)
     WHERE a.place <= greatest(r.pronargs - r.pronargdefaults, told.place))),
  format('%s reads %s with the rights of %I, whom its row security does not bind.', r.name, t.name,
    pg_get_userbyid(r.owner)),
  format('ALTER FUNCTION %s SECURITY INVOKER;', r.name), NULL
FROM routine AS r JOIN callable AS c USING (oid) JOIN touched AS t USING (oid)
JOIN free AS f ON f.role = r.owner AND f.relid = t.relid
-- The argument that the tenant is compared with.
LEFT JOIN LATERAL (
  SELECT min(n.place) AS place
  FROM generate_series(1, r.pronargs) AS n (place)
  WHERE r.body ~* ('\m' || t.tenant_column || '\M\)?\s*=\s*\(?\$' || n.place || '\M')
    OR nullif(r.proargnames[n.place], '') IS NOT NULL
      AND r.body ~* ('\m' || t.tenant_column || '\M\)?\s*=\s*\(?(\w+\.)?' || r.proargnames[n.place] || '\M')
) AS told ON true
WHERE r.is_definer AND NOT r.is_trigger AND r.prokind = 'f' AND r.body !~* {context}
  AND r.prorettype <> 'void'::regtype
  AND (r.pronargs = 0 OR told.place IS NOT NULL)
