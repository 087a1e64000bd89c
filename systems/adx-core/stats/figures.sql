-- The size of the platform, over all tenants.

-- name: tenants
SELECT count(*) FROM tenants;

-- name: active tenants
SELECT count(*) FROM tenants WHERE is_active;

-- name: users
SELECT count(*) FROM users;

-- name: files
SELECT count(*) FROM files WHERE status <> 'deleted';

-- name: bytes in files
SELECT coalesce(sum(file_size), 0) FROM files WHERE status <> 'deleted';

-- name: workflows
SELECT count(*) FROM workflow_executions;

-- name: running workflows
SELECT count(*) FROM workflow_executions WHERE status = 'running';

-- name: active sessions
SELECT count(*) FROM user_sessions WHERE status = 'active' AND expires_at > now();

-- name: slow queries in the last hour
SELECT count(*) FROM query_performance_log WHERE is_slow_query AND executed_at > now() - interval '1 hour';

-- name: failed logins in the last hour
SELECT count(*) FROM login_attempts WHERE NOT success AND attempted_at > now() - interval '1 hour';
