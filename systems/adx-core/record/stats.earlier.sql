-- The sizes that were kept last.
SELECT last_healthy_at, details FROM public.database_health_checks WHERE check_name = 'sizes';
