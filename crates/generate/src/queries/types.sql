-- Every type that a column can have, one JSON object each.
SELECT jsonb_build_object(
  'oid', t.oid::bigint,
  'name', t.typname,
  'kind', t.typtype,
  'category', t.typcategory,
  'element', CASE WHEN t.typsubscript = 'array_subscript_handler'::regproc THEN t.typelem::bigint END,
  'base', nullif(t.typbasetype, 0)::bigint,
  'modifier', t.typtypmod,
  'base_sql', CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END,
  'not_null', t.typnotnull,
  'labels', CASE WHEN t.typtype = 'e' THEN (
    SELECT jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum AS e WHERE e.enumtypid = t.oid) END,
  -- A multirange holds ranges, a range its subtype.
  'subtype', CASE t.typtype
    WHEN 'r' THEN (SELECT r.rngsubtype::bigint FROM pg_range AS r WHERE r.rngtypid = t.oid)
    WHEN 'm' THEN (SELECT r.rngtypid::bigint FROM pg_range AS r WHERE r.rngmultitypid = t.oid) END,
  'attributes', CASE WHEN t.typtype = 'c' THEN (
    SELECT jsonb_agg(jsonb_build_array(a.atttypid::bigint, a.atttypmod) ORDER BY a.attnum)
    FROM pg_attribute AS a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) END,
  'checks', CASE WHEN t.typtype = 'd' THEN (
    SELECT jsonb_agg(jsonb_build_object(
      'name', k.conname,
      'expression', pg_get_expr(k.conbin, 0),
      'bodies', (
        SELECT jsonb_agg(pg_get_functiondef(d.refobjid))
        FROM pg_depend AS d JOIN pg_proc AS p ON p.oid = d.refobjid
        WHERE d.classid = 'pg_constraint'::regclass AND d.objid = k.oid AND d.refclassid = 'pg_proc'::regclass
          AND p.prokind IN ('f', 'w'))) ORDER BY k.conname)
    FROM pg_constraint AS k WHERE k.contypid = t.oid AND k.contype = 'c') END)
FROM pg_type AS t
WHERE t.typtype <> 'p'
ORDER BY t.oid
