-- What a person on call wants to know first.

-- name: tenants
SELECT count(*) FROM tenants;

-- name: workspaces
SELECT count(*) FROM workspaces;

-- name: runs of the last 24 hours
SELECT count(*) FROM runs WHERE created_at > now() - interval '24 hours';

-- name: runs that run or wait
SELECT count(*) FROM runs WHERE status IN ('queued', 'running', 'waiting_approval');

-- name: runs of the last 24 hours that failed
SELECT count(*) FROM runs
WHERE created_at > now() - interval '24 hours' AND status IN ('failed_retryable', 'failed_terminal');

-- name: approvals that wait
SELECT count(*) FROM approval_requests WHERE status = 'requested';

-- name: minutes the oldest waiting approval has waited
SELECT coalesce(round(extract(epoch FROM now() - min(created_at)) / 60), 0) FROM approval_requests
WHERE status = 'requested';

-- name: provider keys that need validation
SELECT count(*) FROM provider_keys WHERE is_active AND needs_validation(provider_key_id);

-- name: audit events
SELECT count(*) FROM audit_events;

-- name: cents spent in the current month
SELECT coalesce(sum(cost_in_cents), 0) FROM usage_costs(date_trunc('month', now(), 'UTC'), 'infinity');
