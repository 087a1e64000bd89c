-- How far the partitions of each table by time reach: the end of the newest one, the seconds until then, how many
-- seconds long it is, whether there is a default partition, and whether one has no end.
WITH bound AS (
  SELECT i.inhparent AS parent, pg_get_expr(c.relpartbound, c.oid) AS text
  FROM pg_partitioned_table AS p
  JOIN pg_attribute AS a ON a.attrelid = p.partrelid AND a.attnum = p.partattrs[0]
  JOIN pg_type AS t ON t.oid = a.atttypid
  JOIN pg_inherits AS i ON i.inhparent = p.partrelid AND NOT i.inhdetachpending
  JOIN pg_class AS c ON c.oid = i.inhrelid
  WHERE p.partstrat = 'r' AND p.partnatts = 1 AND a.attnum > 0
    AND coalesce(nullif(t.typbasetype, 0), t.oid) IN
      ('date'::regtype, 'timestamp'::regtype, 'timestamptz'::regtype)
),
stretch AS (
  SELECT parent, text = 'DEFAULT' AS is_default,
    text LIKE '% TO (MAXVALUE)' OR text LIKE '% TO (''infinity'')' AS is_endless,
    CASE WHEN text ~ '\(''\d[^'']*''\) TO ' THEN substring(text FROM '\(''(\d[^'']*)''\) TO ')::timestamptz END AS begins,
    CASE WHEN text ~ ' TO \(''\d' THEN substring(text FROM ' TO \(''([^'']*)''\)')::timestamptz END AS ends
  FROM bound
),
newest AS (
  SELECT DISTINCT ON (parent) parent, begins, ends FROM stretch WHERE NOT is_default
  ORDER BY parent, ends DESC NULLS LAST
)
SELECT format('%I.%I', n.nspname, c.relname), to_char(w.ends, 'YYYY-MM-DD HH24:MI'),
  extract(epoch FROM w.ends - now()), extract(epoch FROM w.ends - w.begins),
  bool_or(s.is_default), bool_or(s.is_endless)
FROM newest AS w
JOIN stretch AS s USING (parent)
JOIN pg_class AS c ON c.oid = w.parent
JOIN pg_namespace AS n ON n.oid = c.relnamespace
GROUP BY n.nspname, c.relname, w.ends, w.begins
ORDER BY 1
