-- Schemas, their size on disk with indexes, and their rows as the planner counts them.
SELECT n.nspname, coalesce(sum(pg_total_relation_size(c.oid)), 0), sum(nullif(c.reltuples, -1))::bigint
FROM pg_namespace AS n
LEFT JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'm')
WHERE n.nspname = ANY ({names})
GROUP BY n.nspname;
