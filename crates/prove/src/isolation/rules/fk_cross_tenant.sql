-- A foreign key between tables of tenants that does not compare the tenants: it is checked past row security,
-- so a row can name another tenant's, learn that it exists, and keep it from being deleted. No finding where
-- a policy's check or a trigger looks at the column.
SELECT format('%I on %s', k.conname, c.name), m.app, m.act_as,
  format(E'CREATE TEMPORARY TABLE other ON COMMIT DROP AS\n'
    '  SELECT * FROM %s ORDER BY %I DESC NULLS LAST LIMIT 1;\n'
    'CREATE TEMPORARY TABLE mine ON COMMIT DROP AS SELECT ctid AS place, * FROM %s%s LIMIT 1;\n'
    'GRANT SELECT ON other, mine TO PUBLIC;',
    parent.name, o.tenant_column, c.name, ' ORDER BY ' || quote_ident(t.tenant_column)),
  CASE WHEN m.verb = 'UPDATE' THEN
      format('UPDATE %s SET (%s) = (SELECT %s FROM other) WHERE ctid = (SELECT place FROM mine);', c.name, own.names,
        theirs.names)
    ELSE format('INSERT INTO %s (%s) SELECT %s FROM other LEFT JOIN mine ON true;', c.name, copied.names,
      copied.sources) END,
  format('%s.%s may name a row of %s that belongs to another tenant.', c.name, own.names, parent.name),
  CASE WHEN t.tenant_column IS NULL OR n.is_nullable THEN
      format('Let a trigger on %s compare the tenant of %s with that of the row.', c.name, own.names)
    ELSE format(E'ALTER TABLE %1$s ADD UNIQUE (%2$I, %3$s);\nALTER TABLE %4$s DROP CONSTRAINT %5$I,\n'
      '  ADD CONSTRAINT %5$I FOREIGN KEY (%6$I, %7$s) REFERENCES %1$s (%2$I, %3$s)%8$s;',
      parent.name, o.tenant_column, theirs.names, c.name, k.conname, t.tenant_column, own.names,
      CASE k.confdeltype WHEN 'c' THEN ' ON DELETE CASCADE' WHEN 'n' THEN
        format(' ON DELETE SET NULL (%s)', own.names) WHEN 'r' THEN ' ON DELETE RESTRICT' ELSE '' END) END,
  -- A random key has to be learnt in another way first. What hangs on the other tenant's row goes with it, or keeps
  -- it from being deleted.
  CASE WHEN k.confdeltype = 'c' AND NOT n.is_random THEN 'high' END
FROM pg_constraint AS k JOIN relation AS c ON c.relid = k.conrelid JOIN tenant AS t ON t.relid = k.conrelid
JOIN relation AS parent ON parent.relid = k.confrelid JOIN tenant AS o ON o.relid = k.confrelid
  AND o.path = 'column'
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
CROSS JOIN LATERAL (
  SELECT bool_or(a.attname = o.tenant_column AND NOT a.attnotnull) AS is_nullable,
    coalesce(bool_or(a.attnum = ANY (k.confkey) AND a.atttypid = 'uuid'::regtype), false) AS is_random
  FROM pg_attribute AS a WHERE a.attrelid = k.confrelid AND a.attnum > 0
) AS n
JOIN may AS m ON m.relid = c.relid AND m.verb IN ('INSERT', 'UPDATE')
-- A row of one's own that names the other's.
CROSS JOIN LATERAL (
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS names,
    string_agg(CASE WHEN u.theirs IS NULL THEN 'mine.' || quote_ident(a.attname)
      ELSE 'other.' || quote_ident(b.attname) END, ', ' ORDER BY a.attnum) AS sources
  FROM pg_attribute AS a
  LEFT JOIN unnest(k.conkey, k.confkey) AS u (own, theirs) ON u.own = a.attnum
  LEFT JOIN pg_attribute AS b ON b.attrelid = k.confrelid AND b.attnum = u.theirs
  WHERE a.attrelid = c.relid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    AND (u.own IS NOT NULL OR a.attname = t.tenant_column OR NOT a.atthasdef AND a.attidentity = '')
    AND has_column_privilege(m.role, c.relid, a.attnum, 'INSERT')
) AS copied
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
    SELECT FROM pg_trigger AS g JOIN pg_proc AS f ON f.oid = g.tgfoid
      CROSS JOIN unnest(own.columns) AS x (name)
    WHERE g.tgrelid = c.relid AND NOT g.tgisinternal AND g.tgtype & 1 = 1 AND g.tgtype & 4 = 4
      AND (f.prosrc ~* ('\m' || x.name || '\M') OR replace(encode(g.tgargs, 'escape'), '\000', ' ') ~* ('\m'
        || x.name || '\M')))
ORDER BY m.verb DESC
