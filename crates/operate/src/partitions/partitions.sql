-- The partitions of a table with their bounds, as the zone of the session writes them.
SELECT format('%I.%I', n.nspname, c.relname), n.nspname, c.relname, pg_get_expr(c.relpartbound, c.oid),
  CASE c.relkind WHEN 'p' THEN 0 ELSE pg_total_relation_size(c.oid) END, i.inhdetachpending, c.relkind
FROM pg_inherits AS i
JOIN pg_class AS c ON c.oid = i.inhrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE i.inhparent = {table}
