-- Foreign keys with their columns, and how often a row that they refer to was deleted: each time the rows
-- that refer to it are looked for. Those of partitions belong to the one of their table.
SELECT format('%I.%I', n.nspname, c.relname), quote_ident(k.conname), format('%I.%I', pn.nspname, p.relname),
  (SELECT string_agg(quote_ident(a.attname), chr(31) ORDER BY u.place)
   FROM unnest(k.conkey) WITH ORDINALITY AS u (attnum, place)
   JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = u.attnum),
  c.reltuples::bigint, pg_stat_get_tuples_deleted(p.oid), c.relkind = 'p',
  -- Those of the columns that refer to a key of the other table by themselves: an index on them finds the
  -- same rows.
  (SELECT string_agg(u.columns, chr(30))
   FROM pg_index AS i
   CROSS JOIN LATERAL (
     SELECT string_agg(quote_ident(a.attname), chr(31)) AS columns, count(*) AS number
     FROM unnest(k.conkey, k.confkey) AS u (own, referred)
     JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = u.own
     WHERE u.referred = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1])) AS u
   WHERE i.indrelid = k.confrelid AND i.indisunique AND i.indpred IS NULL AND u.number = i.indnkeyatts)
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_class AS p ON p.oid = k.confrelid
JOIN pg_namespace AS pn ON pn.oid = p.relnamespace
WHERE k.contype = 'f' AND k.conparentid = 0
  AND n.nspname NOT LIKE 'pg\_%' AND n.nspname NOT IN ('information_schema', 'bulkhead')
ORDER BY 1, 2;
