-- The foreign keys that point to a table, or to a table that it is a partition of.
SELECT DISTINCT format('%I.%I', n.nspname, c.relname), k.conname, k.confdeltype,
  (SELECT string_agg(format('c.%I = t.%I', own.attname, other.attname), ' AND ' ORDER BY pair.place)
   FROM unnest(k.conkey, k.confkey) WITH ORDINALITY AS pair (own, other, place)
   JOIN pg_attribute AS own ON own.attrelid = k.conrelid AND own.attnum = pair.own
   JOIN pg_attribute AS other ON other.attrelid = k.confrelid AND other.attnum = pair.other)
  || CASE WHEN k.conrelid = k.confrelid THEN ' AND (c.tableoid, c.ctid) <> (t.tableoid, t.ctid)' ELSE '' END
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE k.contype = 'f' AND k.conparentid = 0
  AND (k.confrelid = {table} OR k.confrelid IN (SELECT a.relid FROM pg_partition_ancestors({table}) AS a))
ORDER BY 1, 2
