-- A foreign key that compares the tenants, but not when the tenant is null, and a row without a tenant is
-- accepted; or that compares a column that is not the row's tenant.
SELECT format('%I on %s', k.conname, c.name), m.app, m.act_as,
  format(E'CREATE TEMPORARY TABLE other ON COMMIT DROP AS\n'
    '  SELECT * FROM %s ORDER BY %I DESC NULLS LAST LIMIT 1;\n'
    'CREATE TEMPORARY TABLE mine ON COMMIT DROP AS SELECT * FROM %s ORDER BY %I LIMIT 1;\n'
    'GRANT SELECT ON other, mine TO PUBLIC;', k.confrelid::regclass, o.tenant_column, c.name, t.tenant_column),
  format('INSERT INTO %s (%s) SELECT %s FROM other LEFT JOIN mine ON true;', c.name, copied.names, copied.sources),
  CASE WHEN x.attname = t.tenant_column
    THEN format('%s.%I may be null, and then %I is not checked.', c.name, x.attname, k.conname)
    ELSE format('%I compares %s.%I, which is not the tenant of the row.', k.conname, c.name, x.attname) END,
  CASE WHEN x.attname = t.tenant_column THEN format('ALTER TABLE %s ALTER COLUMN %I SET NOT NULL;', c.name,
    x.attname)
    ELSE format('ALTER TABLE %s ADD CHECK (%I = %I);', c.name, x.attname, t.tenant_column) END,
  NULL
FROM pg_constraint AS k JOIN relation AS c ON c.relid = k.conrelid JOIN tenant AS t ON t.relid = k.conrelid
JOIN tenant AS o ON o.relid = k.confrelid AND o.path = 'column'
CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS u (own, theirs)
JOIN pg_attribute AS y ON y.attrelid = k.confrelid AND y.attnum = u.theirs AND y.attname = o.tenant_column
JOIN pg_attribute AS x ON x.attrelid = k.conrelid AND x.attnum = u.own
JOIN may AS m ON m.relid = c.relid AND m.verb IN ('INSERT', 'UPDATE')
-- A row without a tenant, or of one's own, that names the other's.
CROSS JOIN LATERAL (
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS names,
    string_agg(CASE WHEN a.attname = t.tenant_column AND x.attname = t.tenant_column THEN 'NULL'
      WHEN u.theirs IS NULL THEN 'mine.' || quote_ident(a.attname)
      ELSE 'other.' || quote_ident(b.attname) END, ', ' ORDER BY a.attnum) AS sources
  FROM pg_attribute AS a
  LEFT JOIN unnest(k.conkey, k.confkey) AS u (own, theirs) ON u.own = a.attnum
  LEFT JOIN pg_attribute AS b ON b.attrelid = k.confrelid AND b.attnum = u.theirs
  WHERE a.attrelid = c.relid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    AND (u.own IS NOT NULL OR a.attname = t.tenant_column OR NOT a.atthasdef AND a.attidentity = '')
    AND has_column_privilege(m.role, c.relid, a.attnum, 'INSERT')
) AS copied
WHERE k.contype = 'f' AND k.conparentid = 0 AND t.path = 'column' AND cardinality(k.conkey) > 1
  AND NOT EXISTS (
    SELECT FROM pg_constraint AS v WHERE v.conrelid = k.conrelid AND v.contype = 'c'
      AND x.attnum = ANY (v.conkey) AND cardinality(v.conkey) > 1)
  AND (x.attname <> t.tenant_column
    OR NOT x.attnotnull AND k.confmatchtype = 's' AND (NOT c.secured OR EXISTS (
      SELECT FROM met AS p WHERE p.relid = c.relid AND p.role = m.role AND p.part = 'WITH CHECK'
        AND p.permissive
        AND (p.is_loose OR p.expression ~ ('(^|[^\w])' || t.tenant_column || ' IS NULL')))))
ORDER BY m.verb
