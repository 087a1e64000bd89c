-- What a person on call wants to know at a glance.

-- name: clients
SELECT count(*) FROM migration.client_accounts WHERE is_active;

-- name: engagements that are active
SELECT count(*) FROM migration.engagements WHERE status = 'active';

-- name: assets
SELECT count(*) FROM migration.assets;

-- name: percent of the assets with a strategy
SELECT round(100.0 * count(six_r_strategy) / nullif(count(*), 0), 1) FROM migration.assets;

-- name: flows running
SELECT count(*) FROM migration.v_all_flows WHERE status IN ('active', 'running');

-- name: flows failed in the last day
SELECT count(*) FROM migration.v_all_flows
WHERE status = 'failed' AND updated_at > now() - interval '1 day';

-- name: percent of the agents' tasks of the last day that failed
SELECT round(100.0 * count(*) FILTER (WHERE status IN ('failed', 'timeout')) / nullif(count(*), 0), 1)
FROM migration.agent_task_history WHERE created_at > now() - interval '1 day';

-- name: cost of language models this month
SELECT coalesce(sum(total_cost), 0) FROM migration.llm_usage_log
WHERE created_at >= date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';

-- name: suspicious events waiting for a review
SELECT count(*) FROM migration.security_audit_logs WHERE is_suspicious AND reviewed_at IS NULL;

-- name: rows in the default partitions
SELECT (SELECT count(*) FROM migration.agent_task_history_default)
  + (SELECT count(*) FROM migration.llm_usage_log_default)
  + (SELECT count(*) FROM migration.security_audit_logs_default);
