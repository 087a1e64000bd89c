-- Foreign keys, one JSON object each. Those of partitions that come from the partitioned table are left out.
SELECT jsonb_build_object(
  'name', k.conname,
  'child', k.conrelid::bigint,
  'columns', to_jsonb(k.conkey),
  'parent', k.confrelid::bigint,
  'referenced', to_jsonb(k.confkey),
  'full', k.confmatchtype = 'f',
  'cascades', k.confdeltype = 'c')
FROM pg_constraint AS k
WHERE k.contype = 'f' AND k.conparentid = 0
ORDER BY k.conrelid, k.conname
