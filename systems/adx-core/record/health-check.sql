-- Keeps the latest answer of each check, beside those of update_database_health_status.
INSERT INTO public.database_health_checks AS kept (check_name, check_type, status, details, last_healthy_at)
SELECT answer.check_name, 'automated', answer.status, answer.details,
  CASE WHEN answer.status = 'healthy' THEN now() END
FROM (
  SELECT report ->> 'name' AS check_name,
    CASE report ->> 'level'
      WHEN 'ok' THEN 'healthy'
      WHEN 'notice' THEN 'healthy'
      WHEN 'skipped' THEN 'unknown'
      ELSE report ->> 'level'
    END AS status,
    jsonb_build_object('summary', report -> 'summary', 'evidence', report -> 'evidence') AS details
  FROM jsonb_array_elements($1 -> 'checks') AS report
) AS answer
ON CONFLICT (check_name) DO UPDATE
SET check_type = excluded.check_type,
  status = excluded.status,
  details = excluded.details,
  last_healthy_at = coalesce(excluded.last_healthy_at, kept.last_healthy_at);
