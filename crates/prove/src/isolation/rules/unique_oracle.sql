-- A unique or exclusion constraint over all tenants: an error tells that another tenant has the value. Random
-- values and those that come from a tenant's own rows tell nothing.
SELECT i.indexrelid::regclass::text, m.app, m.act_as,
  format(E'CREATE TEMPORARY TABLE other ON COMMIT DROP AS SELECT * FROM %1$s%2$s DESC NULLS LAST LIMIT 1;\n'
    'CREATE TEMPORARY TABLE mine ON COMMIT DROP AS SELECT * FROM %1$s%2$s LIMIT 1;\n'
    'GRANT SELECT ON other, mine TO PUBLIC;', c.name, ' ORDER BY ' || coalesce(quote_ident(t.tenant_column), '1')),
  format(E'-- A duplicate key says that the other tenant has the value.\n%s', CASE
    WHEN m.verb = 'UPDATE' THEN format('UPDATE %s SET %s;', c.name, copied.assignments)
    ELSE format('INSERT INTO %s (%s) SELECT %s FROM other LEFT JOIN mine ON true;', c.name, copied.names,
      copied.sources) END),
  format('%s makes %s unique over all tenants: %I learns whether another tenant has a value.',
    i.indexrelid::regclass,
    (SELECT string_agg(a.attname, ', ') FROM pg_attribute AS a WHERE a.attrelid = i.indexrelid), m.act_as),
  CASE WHEN t.tenant_column IS NULL THEN NULL
    WHEN k.contype = 'x' THEN format(E'ALTER TABLE %s DROP CONSTRAINT %I;\nALTER TABLE %1$s ADD %3$s;',
      c.name,
    k.conname, regexp_replace(pg_get_constraintdef(k.oid), '\((.*)\)', format('(%I WITH =, \1)',
      t.tenant_column)))
    WHEN t.path = 'column'
    AND NOT i.indisprimary AND i.indexprs IS NULL AND i.indpred IS NULL THEN
    format(E'%s\nCREATE UNIQUE INDEX ON %s (%I, %s);',
      CASE WHEN k.oid IS NULL THEN format('DROP INDEX %s;', i.indexrelid::regclass)
        ELSE format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE;', c.name, k.conname) END,
      c.name, t.tenant_column,
      (SELECT string_agg(quote_ident(a.attname), ', ') FROM pg_attribute AS a
        WHERE a.attrelid = i.indexrelid)) END,
  NULL
FROM pg_index AS i JOIN relation AS c ON c.relid = i.indrelid JOIN tenant AS t ON t.relid = i.indrelid
LEFT JOIN pg_constraint AS k ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p',
  'u', 'x')
JOIN may AS m ON m.relid = c.relid AND m.verb IN ('INSERT', 'UPDATE')
-- A row of one's own with the other's values in the index, and without what has a default.
CROSS JOIN LATERAL (
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS names,
    string_agg(CASE WHEN a.attnum = ANY (i.indkey) THEN 'other.' ELSE 'mine.' END || quote_ident(a.attname),
      ', '
      ORDER BY a.attnum) AS sources,
    string_agg(format('%I = (SELECT %1$I FROM other)', a.attname), ', ' ORDER BY a.attnum)
      FILTER (WHERE a.attnum = ANY (i.indkey)) AS assignments
  FROM pg_attribute AS a
  WHERE a.attrelid = c.relid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    AND (a.attnum = ANY (i.indkey) OR a.attname = t.tenant_column OR NOT a.atthasdef AND a.attidentity = '')
    AND has_column_privilege(m.role, c.relid, a.attnum, m.verb)
) AS copied
-- Rows that several tenants are linked to are those of users, who are the same everywhere.
WHERE (i.indisunique OR i.indisexclusion) AND NOT c.is_partition AND t.path <> 'link'
  -- An expression may be made of the tenant.
  AND NOT EXISTS (
    SELECT FROM pg_depend AS d JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid AND d.refclassid = 'pg_class'::regclass
      AND d.refobjid = c.relid AND a.attname = t.tenant_column)
  -- A value that the caller chooses is needed, in every column that is not the row's own number.
  AND EXISTS (
    SELECT FROM unnest(i.indkey) AS n (number) WHERE n.number = 0 AND m.whole
      OR n.number > 0 AND has_column_privilege(m.role, c.relid, n.number, m.verb))
  AND NOT EXISTS (
    SELECT FROM unnest(i.indkey) AS n (number) JOIN pg_attribute AS a ON a.attrelid = c.relid
      AND a.attnum = n.number
    LEFT JOIN pg_attrdef AS d ON d.adrelid = c.relid AND d.adnum = a.attnum
    WHERE a.attname = t.tenant_column OR a.atttypid = 'uuid'::regtype
      OR a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) ~ '^nextval|random|uuid'
      -- Values that nobody can guess.
      OR a.attname ~ '(token|hash|digest|secret)'
      -- A row that is reached through the tenant's own row.
      OR EXISTS (
        SELECT FROM pg_constraint AS f JOIN tenant AS o ON o.relid = f.confrelid
        WHERE f.conrelid = c.relid AND f.contype = 'f' AND a.attnum = ANY (f.conkey)))
-- There is one row of the root to a tenant, and it is there already.
ORDER BY (m.verb = 'UPDATE') <> (t.path = 'root'), m.app
