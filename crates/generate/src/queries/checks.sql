-- CHECK constraints of tables, one JSON object each. The bodies of the functions that a check calls hold
-- literals that it compares with.
SELECT jsonb_build_object(
  'table', k.conrelid::bigint,
  'name', k.conname,
  'columns', coalesce(to_jsonb(k.conkey), '[]'),
  'expression', pg_get_expr(k.conbin, k.conrelid),
  'bodies', (
    SELECT jsonb_agg(pg_get_functiondef(d.refobjid))
    FROM pg_depend AS d JOIN pg_proc AS p ON p.oid = d.refobjid
    WHERE d.classid = 'pg_constraint'::regclass AND d.objid = k.oid AND d.refclassid = 'pg_proc'::regclass
      AND p.prokind IN ('f', 'w')))
FROM pg_constraint AS k
WHERE k.contype = 'c' AND k.conrelid <> 0
ORDER BY k.conrelid, k.conname
