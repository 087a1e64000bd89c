-- Keeps the latest sizes.
INSERT INTO public.database_health_checks AS kept (check_name, check_type, status, details, last_healthy_at)
VALUES ('sizes', 'storage', 'healthy', $1, now())
ON CONFLICT (check_name) DO UPDATE
SET details = excluded.details,
  last_healthy_at = excluded.last_healthy_at;
