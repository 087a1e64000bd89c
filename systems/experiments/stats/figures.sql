-- Figures for the person on call.

-- name: active accounts
SELECT count(*) FROM auth.users WHERE is_active;

-- name: locked accounts
SELECT count(*) FROM auth.users WHERE locked_until > now();

-- name: live sessions
SELECT count(*) FROM auth.sessions WHERE revoked_at IS NULL AND expires_at > now();

-- name: experiments that run
SELECT count(*) FROM experiments_v1.experiments WHERE status = 'running';

-- name: promotions that wait for an approver
SELECT count(*) FROM experiments_v1.promotions WHERE status = 'pending';

-- name: sessions of analysis that failed within a day
SELECT count(*) FROM production.analysis_sessions
WHERE status = 'failed' AND started_at > now() - interval '1 day';

-- name: quarantined records
SELECT count(*) FROM quarantine.quarantined_records;

-- name: providers that are not healthy
SELECT count(DISTINCT provider_id) FROM providers.provider_health WHERE NOT is_healthy;

-- name: cost of this month in dollars
SELECT coalesce(sum(cost_usd), 0) FROM providers.usage_tracking
WHERE date >= date_trunc('month', now() AT TIME ZONE 'UTC')::date;

-- name: alerts that nobody acknowledged
SELECT count(*) FROM providers.cost_alerts WHERE NOT acknowledged;
