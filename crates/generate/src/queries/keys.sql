-- Unique indexes and exclusion constraints, one JSON object each. Expressions have the column number 0.
SELECT jsonb_build_object(
  'table', i.indrelid::bigint,
  'name', c.relname,
  'columns', (
    SELECT jsonb_agg(k.number ORDER BY k.place)
    FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k(number, place) WHERE k.place <= i.indnkeyatts),
  'plain', i.indisunique AND NOT i.indisexclusion AND i.indexprs IS NULL AND i.indpred IS NULL,
  'primary', i.indisprimary,
  'expressions', coalesce(pg_get_expr(i.indexprs, i.indrelid), ''),
  'predicate', coalesce(pg_get_expr(i.indpred, i.indrelid), ''))
FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
WHERE i.indisunique OR i.indisexclusion
ORDER BY i.indrelid, c.relname
