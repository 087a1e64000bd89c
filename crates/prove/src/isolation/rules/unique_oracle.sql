-- A unique or exclusion constraint over all tenants: an error tells that another tenant has the value. Random values
-- and those that come from a tenant's own rows tell nothing.
SELECT i.indexrelid::regclass::text, m.app, m.act_as, NULL,
  format('SELECT pg_get_indexdef(%L::regclass);', i.indexrelid::regclass),
  format('%s makes %s unique over all tenants: %I learns whether another tenant has a value.', i.indexrelid::regclass,
    (SELECT string_agg(a.attname, ', ') FROM pg_attribute AS a WHERE a.attrelid = i.indexrelid), m.act_as),
  CASE WHEN t.tenant_column IS NOT NULL AND t.path = 'column' AND k.contype IS DISTINCT FROM 'x'
    AND NOT i.indisprimary AND i.indexprs IS NULL AND i.indpred IS NULL THEN
    format(E'%s\nCREATE UNIQUE INDEX ON %s (%I, %s);',
      CASE WHEN k.oid IS NULL THEN format('DROP INDEX %s;', i.indexrelid::regclass)
        ELSE format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE;', c.name, k.conname) END,
      c.name, t.tenant_column,
      (SELECT string_agg(quote_ident(a.attname), ', ') FROM pg_attribute AS a WHERE a.attrelid = i.indexrelid)) END,
  NULL
FROM pg_index AS i JOIN relation AS c ON c.relid = i.indrelid JOIN tenant AS t ON t.relid = i.indrelid
LEFT JOIN pg_constraint AS k ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x')
JOIN may AS m ON m.relid = c.relid AND m.verb IN ('INSERT', 'UPDATE')
WHERE (i.indisunique OR i.indisexclusion) AND NOT c.is_partition
  -- A value that the caller chooses is needed, in every column that is not the row's own number.
  AND EXISTS (
    SELECT FROM unnest(i.indkey) AS n (number) WHERE n.number = 0 AND m.whole
      OR n.number > 0 AND has_column_privilege(m.role, c.relid, n.number, m.verb))
  AND NOT EXISTS (
    SELECT FROM unnest(i.indkey) AS n (number) JOIN pg_attribute AS a ON a.attrelid = c.relid AND a.attnum = n.number
    LEFT JOIN pg_attrdef AS d ON d.adrelid = c.relid AND d.adnum = a.attnum
    WHERE a.attname = t.tenant_column OR a.atttypid = 'uuid'::regtype
      OR a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) ~ '^nextval|random|uuid'
      -- Values that nobody can guess.
      OR a.attname ~ '(token|hash|digest|secret)'
      -- A row that is reached through the tenant's own row.
      OR EXISTS (
        SELECT FROM pg_constraint AS f JOIN tenant AS o ON o.relid = f.confrelid
        WHERE f.conrelid = c.relid AND f.contype = 'f' AND a.attnum = ANY (f.conkey)))
