-- Whether a column has a default, whether nothing but its type limits its values, whether a text there names one row of
-- all, and the texts that say what it may hold.
SELECT a.attrelid, a.attname, a.atthasdef OR a.attidentity <> '',
  NOT a.atthasdef AND a.attidentity = '' AND y.typtype <> 'd'
    AND NOT EXISTS (
      SELECT FROM pg_constraint AS k WHERE k.conrelid = a.attrelid AND a.attnum = ANY (k.conkey))
    AND NOT EXISTS (
      SELECT FROM pg_index AS x
      WHERE x.indrelid = a.attrelid AND x.indisunique
        AND (a.attnum = ANY (x.indkey) OR x.indexprs IS NOT NULL OR x.indpred IS NOT NULL)),
  y.typcategory = 'S' AND EXISTS (
    SELECT FROM pg_index AS x
    WHERE x.indrelid = a.attrelid AND x.indisunique AND NOT x.indisprimary AND x.indnkeyatts = 1
      AND pg_get_indexdef(x.indexrelid, 1, false) ~ ('\m' || a.attname || '\M')),
  coalesce(
    (SELECT string_agg(quote_literal(e.enumlabel), ' ' ORDER BY e.enumsortorder)
     FROM pg_enum AS e WHERE e.enumtypid IN (y.oid, y.typbasetype)),
    (SELECT string_agg(pg_get_constraintdef(k.oid), ' ' ORDER BY k.oid) FROM pg_constraint AS k
     WHERE k.contype = 'c' AND (k.conrelid = a.attrelid AND a.attnum = ANY (k.conkey) OR k.contypid = y.oid)))
FROM pg_attribute AS a
JOIN pg_class AS c ON c.oid = a.attrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_type AS y ON y.oid = a.atttypid
WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
