-- The most common tenants of a table and which part of it they have.
SELECT common.tenant, common.frequency
FROM pg_stats AS s
JOIN pg_namespace AS n ON n.nspname = s.schemaname
JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relname = s.tablename
CROSS JOIN LATERAL unnest(s.most_common_vals::text::text[], s.most_common_freqs)
  AS common (tenant, frequency)
WHERE c.oid = to_regclass({table}) AND s.attname = {column} AND s.inherited = {inherited};
