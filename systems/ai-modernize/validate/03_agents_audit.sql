-- Partitions, figures and entries that no key ties to what they name.

-- name: tables without a partition for the next period
-- severity: high
-- expect: none
SELECT parent
FROM (VALUES
  ('agent_task_history', to_char(now() AT TIME ZONE 'UTC' + interval '1 week', '_IYYY"_w"IW')),
  ('llm_usage_log', to_char(now() AT TIME ZONE 'UTC' + interval '1 month', '_YYYY_MM')),
  ('security_audit_logs', to_char(now() AT TIME ZONE 'UTC' + interval '1 month', '_YYYY_MM'))
) AS needed (parent, period)
WHERE to_regclass('migration.' || parent || period) IS NULL;

-- name: partitions without forced row security
-- severity: high
-- expect: none
SELECT c.relname
FROM pg_class AS c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relispartition AND c.relkind = 'r'
  AND NOT (c.relrowsecurity AND c.relforcerowsecurity);

-- name: tasks that name a master flow of another tenant
-- severity: high
-- expect: none
SELECT t.client_account_id, t.engagement_id, t.id
FROM migration.agent_task_history AS t
JOIN migration.crewai_flow_state_extensions AS m ON m.flow_id = t.master_flow_id
WHERE (m.client_account_id, m.engagement_id) <> (t.client_account_id, t.engagement_id);

-- name: entries of the audits that name an engagement of another client
-- severity: high
-- expect: none
SELECT 'security_audit_logs', l.id
FROM migration.security_audit_logs AS l JOIN migration.engagements AS e ON e.id = l.engagement_id
WHERE l.client_account_id IS DISTINCT FROM e.client_account_id
UNION ALL
SELECT 'access_audit_log', l.id
FROM migration.access_audit_log AS l JOIN migration.engagements AS e ON e.id = l.engagement_id
WHERE l.client_account_id IS DISTINCT FROM e.client_account_id;

-- name: suspicious events that nobody reviewed for 30 days
-- severity: medium
-- expect: none
SELECT client_account_id, id FROM migration.security_audit_logs
WHERE is_suspicious AND reviewed_at IS NULL AND created_at < now() - interval '30 days';

-- name: entries of the audits dated in the future
-- severity: medium
-- expect: none
SELECT 'security_audit_logs', id FROM migration.security_audit_logs
WHERE created_at > clock_timestamp() + interval '5 minutes'
UNION ALL
SELECT 'access_audit_log', id FROM migration.access_audit_log
WHERE created_at > clock_timestamp() + interval '5 minutes';

-- name: tasks in work for more than a day
-- severity: low
-- expect: none
SELECT client_account_id, engagement_id, id FROM migration.agent_task_history
WHERE status IN ('starting', 'running') AND created_at < now() - interval '1 day' AND completed_at IS NULL;

-- A zero vector has no direction: no search ever finds it.
-- name: patterns with an embedding of nothing but zeros
-- severity: medium
-- expect: none
SELECT client_account_id, id FROM migration.agent_learning_patterns WHERE vector_norm(embedding) = 0;

-- name: calls of a model that had no price then
-- severity: low
-- expect: none
SELECT u.client_account_id, u.provider, u.model, count(*)
FROM migration.llm_usage_log AS u
WHERE NOT EXISTS (
  SELECT FROM migration.llm_model_pricing AS p
  WHERE p.provider = u.provider AND p.model = u.model
    AND tstzrange(p.valid_from, p.valid_to) @> u.created_at)
GROUP BY u.client_account_id, u.provider, u.model;

-- name: calls whose costs do not add up
-- severity: low
-- expect: none
SELECT client_account_id, id FROM migration.llm_usage_log
WHERE total_cost <> prompt_cost + completion_cost;
