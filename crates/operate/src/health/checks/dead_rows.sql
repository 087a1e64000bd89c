-- Dead rows beside the number at which autovacuum begins with the table: its own setting or the server's.
SELECT format('%I.%I', s.schemaname, s.relname), s.n_live_tup, s.n_dead_tup,
  -- The upper limit came with PostgreSQL 18.
  least(nullif(current_setting('autovacuum_vacuum_max_threshold', true)::float8, -1),
    coalesce(o.threshold, current_setting('autovacuum_vacuum_threshold')::float8)
      + coalesce(o.factor, current_setting('autovacuum_vacuum_scale_factor')::float8)
        * greatest(c.reltuples, 0)),
  coalesce(o.enabled, true),
  extract(epoch FROM now() - greatest(s.last_vacuum, s.last_autovacuum))
FROM pg_stat_user_tables AS s
JOIN pg_class AS c ON c.oid = s.relid
CROSS JOIN LATERAL (
  SELECT max(p.option_value) FILTER (WHERE p.option_name = 'autovacuum_enabled')::bool AS enabled,
    max(p.option_value) FILTER (WHERE p.option_name = 'autovacuum_vacuum_threshold')::float8 AS threshold,
    max(p.option_value) FILTER (WHERE p.option_name = 'autovacuum_vacuum_scale_factor')::float8 AS factor
  FROM pg_options_to_table(c.reloptions) AS p) AS o
WHERE s.n_dead_tup > 0;
