-- A function that runs with the rights of an owner whom row security does not bind, says nothing of the
-- session, and either takes nothing to choose rows by or takes the tenant from the caller. Others may look a
-- row up by a secret.
SELECT r.name, c.app, c.act_as, NULL,
  format('SELECT * FROM %s(%s);', r.called,
    (SELECT string_agg('NULL', ', ') FROM generate_series(1, r.pronargs - r.pronargdefaults))),
  format('%s reads %s with the rights of %I, whom its row security does not bind.', r.name, t.name,
    pg_get_userbyid(r.owner)),
  format('ALTER FUNCTION %s SECURITY INVOKER;', r.name), NULL
FROM routine AS r JOIN callable AS c USING (oid) JOIN touched AS t USING (oid)
JOIN free AS f ON f.role = r.owner AND f.relid = t.relid
WHERE r.is_definer AND NOT r.is_trigger AND r.prokind = 'f' AND r.body !~* {context}
  AND r.prorettype <> 'void'::regtype
  AND (r.pronargs = 0 OR EXISTS (
    SELECT FROM unnest(r.proargnames) WITH ORDINALITY AS n (name, place)
    WHERE n.place <= r.pronargs AND n.name <> ''
      AND r.body ~* ('\m' || t.tenant_column || '\M\)?\s*=\s*\(?(\w+\.)?' || n.name || '\M'))
    OR EXISTS (
      SELECT FROM generate_series(1, r.pronargs) AS n
      WHERE r.body ~* ('\m' || t.tenant_column || '\M\)?\s*=\s*\(?\$' || n || '\M')))
