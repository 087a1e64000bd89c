-- Every index with what it orders by, what it is for, its size and how it is used. Lists are joined by the
-- unit separator, which no name and no deparsed expression contains. To measure a relation that somebody has
-- locked, or to deparse an expression of it, is to wait for the lock: its size is then the planner's, and its
-- expressions are like no other.
WITH locked AS (
  SELECT DISTINCT l.relation
  FROM pg_locks AS l
  WHERE l.mode = 'AccessExclusiveLock' AND l.relation IS NOT NULL
    AND l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
)
SELECT format('%I.%I', tn.nspname, t.relname), format('%I.%I', n.nspname, c.relname),
  n.nspname || '.' || c.relname, m.amname,
  k.signatures, k.names, coalesce(k.included, ''),
  CASE WHEN i.indpred IS NULL THEN NULL WHEN b.is_locked THEN i.indexrelid::text
    ELSE pg_get_expr(i.indpred, i.indrelid) END,
  i.indisunique, q.conname,
  i.indexrelid IN (SELECT f.conindid FROM pg_constraint AS f WHERE f.contype = 'f'),
  i.indisreplident, i.indisvalid, i.indimmediate, i.indnullsnotdistinct,
  CASE WHEN c.relkind = 'I' THEN 0
    WHEN b.is_locked THEN c.relpages::bigint * current_setting('block_size')::int
    ELSE pg_relation_size(i.indexrelid) END,
  c.reltuples::bigint, t.reltuples::bigint, pg_stat_get_numscans(i.indexrelid),
  pg_stat_get_numscans(t.oid) + coalesce(s.scans, 0),
  pg_stat_get_tuples_inserted(t.oid) + pg_stat_get_tuples_updated(t.oid)
    - pg_stat_get_tuples_hot_updated(t.oid),
  c.relkind = 'I', CASE WHEN c.relispartition THEN pg_partition_root(i.indexrelid)::regclass::text END,
  o.lists, o.fillfactor,
  -- Roles that are not shown the progress of others have to guess from the lock of a build.
  EXISTS (SELECT FROM pg_stat_progress_create_index AS p WHERE p.index_relid = i.indexrelid)
    OR NOT pg_has_role('pg_read_all_stats', 'USAGE') AND EXISTS (
      SELECT FROM pg_locks AS l
      WHERE l.relation = i.indrelid AND l.mode = 'ShareUpdateExclusiveLock' AND l.granted
        AND l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())),
  s.indexes
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indexrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_class AS t ON t.oid = i.indrelid
JOIN pg_namespace AS tn ON tn.oid = t.relnamespace
JOIN pg_am AS m ON m.oid = c.relam
JOIN (
  SELECT s.indrelid, count(*) AS indexes, sum(pg_stat_get_numscans(s.indexrelid)) AS scans
  FROM pg_index AS s
  GROUP BY s.indrelid) AS s ON s.indrelid = i.indrelid
CROSS JOIN LATERAL (
  SELECT EXISTS (
    SELECT FROM locked AS l WHERE l.relation = i.indexrelid OR l.relation = i.indrelid) AS is_locked) AS b
LEFT JOIN pg_constraint AS q
  ON q.conrelid = i.indrelid AND q.conindid = i.indexrelid AND q.contype IN ('p', 'u', 'x')
CROSS JOIN LATERAL (
  SELECT
    string_agg(concat_ws('/', CASE WHEN a.attname IS NOT NULL THEN a.attname
      WHEN b.is_locked THEN i.indexrelid::text ELSE pg_get_indexdef(i.indexrelid, p.place, true) END,
      i.indclass[p.place - 1], i.indcollation[p.place - 1], i.indoption[p.place - 1]), chr(31)
      ORDER BY p.place)
      FILTER (WHERE p.place <= i.indnkeyatts) AS signatures,
    string_agg(coalesce(quote_ident(a.attname), ''), chr(31) ORDER BY p.place)
      FILTER (WHERE p.place <= i.indnkeyatts) AS names,
    string_agg(quote_ident(a.attname), chr(31) ORDER BY p.place)
      FILTER (WHERE p.place > i.indnkeyatts) AS included
  FROM generate_series(1, i.indnatts) AS p (place)
  LEFT JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[p.place - 1]
    AND a.attnum <> 0) AS k
CROSS JOIN LATERAL (
  SELECT max(p.option_value) FILTER (WHERE p.option_name = 'lists') AS lists,
    max(p.option_value) FILTER (WHERE p.option_name = 'fillfactor') AS fillfactor
  FROM pg_options_to_table(c.reloptions) AS p) AS o
WHERE tn.nspname NOT LIKE 'pg\_%' AND tn.nspname NOT IN ('information_schema', 'bulkhead')
  AND NOT EXISTS (
    SELECT FROM pg_depend AS d
    WHERE d.classid = 'pg_class'::regclass AND d.objid = t.oid AND d.deptype = 'e')
ORDER BY 1, 2;
