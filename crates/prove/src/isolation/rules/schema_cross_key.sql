-- A foreign key from a table of one tenant's schema to a table of another's: it is checked with the rights of the
-- tables' owners, so a row tells whether the other tenant has a key, and keeps it from being deleted.
SELECT format('%I on %s', k.conname, c.name), m.app, m.act_as,
  format(E'CREATE TEMPORARY TABLE other ON COMMIT DROP AS SELECT * FROM %s LIMIT 1;\n'
    'CREATE TEMPORARY TABLE mine ON COMMIT DROP AS SELECT ctid AS place, * FROM %s LIMIT 1;\n'
    'GRANT SELECT ON other, mine TO PUBLIC;', parent.name, c.name),
  CASE WHEN m.verb = 'UPDATE' THEN
      format('UPDATE %s SET (%s) = (SELECT %s FROM other) WHERE ctid = (SELECT place FROM mine);', c.name, own.names,
        theirs.names)
    ELSE format('INSERT INTO %s (%s) SELECT %s FROM other LEFT JOIN mine ON true;', c.name, copied.names,
      copied.sources) END,
  format('%s.%s names rows of %s, which is in the schema of another tenant.', c.name, own.names, parent.name),
  format('ALTER TABLE %s DROP CONSTRAINT %I;', c.name, k.conname), NULL
FROM pg_constraint AS k JOIN relation AS c ON c.relid = k.conrelid JOIN relation AS parent ON parent.relid = k.confrelid
JOIN place AS one ON one.what = 'schema' AND one.name = c.nspname
JOIN place AS other ON other.what = 'schema' AND other.name = parent.nspname AND other.tenant <> one.tenant
CROSS JOIN LATERAL (
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY u.place) AS names
  FROM unnest(k.conkey) WITH ORDINALITY AS u (number, place)
  JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = u.number
) AS own
CROSS JOIN LATERAL (
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY u.place) AS names
  FROM unnest(k.confkey) WITH ORDINALITY AS u (number, place)
  JOIN pg_attribute AS a ON a.attrelid = k.confrelid AND a.attnum = u.number
) AS theirs
JOIN may AS m ON m.relid = c.relid AND m.verb IN ('INSERT', 'UPDATE')
CROSS JOIN LATERAL (
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS names,
    string_agg(CASE WHEN u.theirs IS NULL THEN 'mine.' || quote_ident(a.attname)
      ELSE 'other.' || quote_ident(b.attname) END, ', ' ORDER BY a.attnum) AS sources
  FROM pg_attribute AS a
  LEFT JOIN unnest(k.conkey, k.confkey) AS u (own, theirs) ON u.own = a.attnum
  LEFT JOIN pg_attribute AS b ON b.attrelid = k.confrelid AND b.attnum = u.theirs
  WHERE a.attrelid = c.relid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    AND (u.own IS NOT NULL OR NOT a.atthasdef AND a.attidentity = '')
    AND has_column_privilege(m.role, c.relid, a.attnum, 'INSERT')
) AS copied
WHERE k.contype = 'f' AND k.conparentid = 0 AND EXISTS (
  SELECT FROM pg_attribute AS a WHERE a.attrelid = c.relid AND a.attnum = ANY (k.conkey)
    AND has_column_privilege(m.role, c.relid, a.attnum, m.verb))
ORDER BY m.verb
