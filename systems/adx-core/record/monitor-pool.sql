-- Keeps a sample of the connections, as monitor_connection_pool does, for 24 hours.
INSERT INTO public.connection_pool_stats
  (pool_name, active_connections, idle_connections, max_connections, total_connections)
SELECT 'main_pool',
  coalesce(sum((holder ->> 'sessions')::integer) FILTER (WHERE holder ->> 'state' = 'active'), 0),
  coalesce(sum((holder ->> 'sessions')::integer) FILTER (WHERE holder ->> 'state' = 'idle'), 0),
  ($1 ->> 'limit')::integer,
  ($1 ->> 'here')::integer
FROM (SELECT $1 -> 'holders' AS holders) AS report
LEFT JOIN LATERAL jsonb_array_elements(report.holders) AS holder ON true;

DELETE FROM public.connection_pool_stats WHERE recorded_at < now() - interval '24 hours';
