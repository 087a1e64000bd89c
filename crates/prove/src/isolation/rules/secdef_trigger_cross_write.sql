-- A definer's trigger that writes another table of tenants and never speaks of the tenant: it acts on
-- whatever row the caller has named.
SELECT format('%I on %s', g.tgname, c.name), m.app, m.act_as, a.before, a.statement,
  format('Trigger %I on %s writes %s with the rights of %I and compares no tenant.', g.tgname, c.name, t.name,
    pg_get_userbyid(r.owner)),
  format('ALTER FUNCTION %s SECURITY INVOKER;', r.name), NULL
FROM pg_trigger AS g JOIN relation AS c ON c.relid = g.tgrelid JOIN routine AS r ON r.oid = g.tgfoid
JOIN touched AS t ON t.oid = r.oid AND t.is_written AND t.relid <> c.relid AND t.path = 'column'
JOIN free AS f ON f.role = r.owner AND f.relid = t.relid
JOIN may AS m ON m.relid = c.relid AND (
  m.verb = 'INSERT' AND g.tgtype & 4 <> 0 OR m.verb = 'DELETE' AND g.tgtype & 8 <> 0
  OR m.verb = 'UPDATE' AND g.tgtype & 16 <> 0)
JOIN attack AS a ON a.relid = c.relid AND a.role = m.role AND a.app = m.app AND a.verb = m.verb
WHERE NOT g.tgisinternal AND g.tgenabled <> 'D' AND r.is_definer AND r.body !~* {context}
  AND r.body !~* ('\m' || t.tenant_column || '\M')
  -- A foreign key that compares the tenants has seen to it that the named row is the tenant's own.
  AND NOT EXISTS (
    SELECT FROM pg_constraint AS k JOIN pg_attribute AS n ON n.attrelid = k.confrelid
      AND n.attnum = ANY (k.confkey)
    WHERE k.contype = 'f' AND k.conrelid = c.relid AND k.confrelid = t.relid AND n.attname = t.tenant_column)
  -- So has a trigger that is asked before.
  AND NOT EXISTS (
    SELECT FROM pg_trigger AS e JOIN pg_proc AS f ON f.oid = e.tgfoid
    WHERE e.tgrelid = c.relid AND NOT e.tgisinternal AND e.tgtype & 3 = 3
      AND f.prosrc ~* ('\m' || t.tenant_column || '\M'))
ORDER BY m.verb, t.name
