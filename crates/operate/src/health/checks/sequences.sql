-- How far each sequence has come towards its own end, or towards the end of the smallest column that it
-- fills.
WITH sequence AS (
  SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS name, s.seqincrement > 0 AS ascends,
    s.seqmax, s.seqmin, s.seqtypid, s.seqcycle,
    has_sequence_privilege(c.oid, 'USAGE') OR has_sequence_privilege(c.oid, 'SELECT') AS is_seen
  FROM pg_sequence AS s
  JOIN pg_class AS c ON c.oid = s.seqrelid
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE NOT pg_is_other_temp_schema(n.oid)
),
-- The columns that a sequence belongs to, and those whose default takes from it.
fills AS (
  SELECT d.objid AS sequence, d.refobjid AS relation, d.refobjsubid AS place
  FROM pg_depend AS d
  WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
    AND d.refobjsubid > 0
  UNION
  SELECT d.refobjid, a.adrelid, a.adnum
  FROM pg_depend AS d
  JOIN pg_attrdef AS a ON a.oid = d.objid
  WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass
),
narrowest AS (
  SELECT DISTINCT ON (f.sequence) f.sequence, format('%I.%I', n.nspname, c.relname) AS relation,
    quote_ident(a.attname) AS place, k.top
  FROM fills AS f
  JOIN pg_class AS c ON c.oid = f.relation
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_attribute AS a ON a.attrelid = f.relation AND a.attnum = f.place
  JOIN pg_type AS t ON t.oid = a.atttypid
  JOIN (VALUES ('int2'::regtype, 32767), ('int4'::regtype, 2147483647),
    ('int8'::regtype, 9223372036854775807)) AS k (type, top)
    ON k.type = coalesce(nullif(t.typbasetype, 0), t.oid)
  ORDER BY f.sequence, k.top
)
SELECT s.name, s.is_seen, v.last_value,
  CASE WHEN s.ascends THEN least(s.seqmax, w.top) ELSE s.seqmin END,
  w.relation, w.place, w.top,
  CASE s.seqtypid WHEN 'int2'::regtype THEN 32767 WHEN 'int4'::regtype THEN 2147483647
    ELSE 9223372036854775807 END
FROM sequence AS s
LEFT JOIN narrowest AS w ON w.sequence = s.oid
CROSS JOIN LATERAL (SELECT CASE WHEN s.is_seen THEN pg_sequence_last_value(s.oid) END AS last_value) AS v
-- One that begins again has no end, unless a column ends before it does.
WHERE NOT s.seqcycle OR w.top < s.seqmax;
