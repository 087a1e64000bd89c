-- A foreign key between tables of tenants that does not compare the tenants: it is checked past row security, so a row
-- can name another tenant's, learn that it exists, and keep it from being deleted. No finding where a policy's check
-- or a trigger looks at the column.
SELECT format('%I on %s', k.conname, c.name), m.app, m.act_as, NULL,
  format(E'SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %L::regclass AND conname = %L;',
    c.name, k.conname),
  format('%s.%s may name a row of %s that belongs to another tenant.', c.name, own.names, parent.name),
  CASE WHEN t.tenant_column IS NOT NULL THEN
    format(E'ALTER TABLE %1$s ADD UNIQUE (%2$I, %3$s);\nALTER TABLE %4$s DROP CONSTRAINT %5$I,\n'
      '  ADD CONSTRAINT %5$I FOREIGN KEY (%6$I, %7$s) REFERENCES %1$s (%2$I, %3$s)%8$s;',
      parent.name, o.tenant_column, theirs.names, c.name, k.conname, t.tenant_column, own.names,
      CASE k.confdeltype WHEN 'c' THEN ' ON DELETE CASCADE' WHEN 'n' THEN format(' ON DELETE SET NULL (%s)', own.names)
        WHEN 'r' THEN ' ON DELETE RESTRICT' ELSE '' END) END,
  CASE WHEN k.confdeltype = 'c' THEN 'high' END
FROM pg_constraint AS k JOIN relation AS c ON c.relid = k.conrelid JOIN tenant AS t ON t.relid = k.conrelid
JOIN relation AS parent ON parent.relid = k.confrelid JOIN tenant AS o ON o.relid = k.confrelid AND o.path = 'column'
CROSS JOIN LATERAL (
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY u.place) AS names, array_agg(a.attname) AS columns,
    string_agg(a.attname, E'\x01' ORDER BY u.place) AS way
  FROM unnest(k.conkey) WITH ORDINALITY AS u (number, place)
  JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = u.number
) AS own
CROSS JOIN LATERAL (
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY u.place) AS names, array_agg(a.attname) AS columns
  FROM unnest(k.confkey) WITH ORDINALITY AS u (number, place)
  JOIN pg_attribute AS a ON a.attrelid = k.confrelid AND a.attnum = u.number
) AS theirs
JOIN may AS m ON m.relid = c.relid AND m.verb IN ('INSERT', 'UPDATE')
WHERE k.contype = 'f' AND k.conparentid = 0 AND t.path IN ('column', 'parent')
  AND o.tenant_column <> ALL (theirs.columns)
  AND t.way IS DISTINCT FROM own.way
  AND EXISTS (
    SELECT FROM pg_attribute AS a WHERE a.attrelid = c.relid AND a.attnum = ANY (k.conkey)
      AND has_column_privilege(m.role, c.relid, a.attnum, m.verb))
  AND NOT EXISTS (
    SELECT FROM policy AS p CROSS JOIN unnest(own.columns) AS x (name)
    WHERE p.relid = c.relid AND p.part = 'WITH CHECK' AND p.expression ~ ('\m' || x.name || '\M'))
  AND NOT EXISTS (
    SELECT FROM pg_trigger AS g JOIN pg_proc AS f ON f.oid = g.tgfoid CROSS JOIN unnest(own.columns) AS x (name)
    WHERE g.tgrelid = c.relid AND NOT g.tgisinternal AND g.tgtype & 1 = 1 AND g.tgtype & 4 = 4
      AND (f.prosrc ~* ('\m' || x.name || '\M') OR convert_from(g.tgargs, 'UTF8') ~* ('\m' || x.name || '\M')))
ORDER BY m.verb
