-- The audit log, the encryption keys, and usage.

-- name: problems in the chain of the audit log
-- severity: high
-- expect: none
SELECT * FROM audits.verify_chain();

-- name: entries of the audit log in the default partition
-- severity: medium
-- expect: none
SELECT id FROM audits.audit_log_default;

-- name: the next month of the audit log has no partition
-- severity: high
-- expect: none
SELECT month
FROM to_char((now() AT TIME ZONE 'UTC') + interval '1 month', 'YYYY_MM') AS month
WHERE to_regclass('audits.audit_log_' || month) IS NULL;

-- name: provider keys encrypted with a key that is unknown or retired
-- severity: high
-- expect: none
SELECT u.id
FROM providers.user_providers AS u LEFT JOIN system.encryption_keys AS k ON k.key_id = u.key_id
WHERE u.key_id IS NOT NULL AND (k.key_id IS NULL OR k.status = 'retired');

-- name: encryption keys that began to rotate more than a week ago and were never retired
-- severity: medium
-- expect: none
SELECT key_id FROM system.encryption_keys
WHERE status = 'rotating' AND coalesce(rotated_at, created_at) < now() - interval '7 days';

-- name: usage below nothing
-- severity: medium
-- expect: none
SELECT id FROM providers.usage_tracking
WHERE least(requests_count, tokens_input, tokens_output) < 0 OR cost_usd < 0;

-- name: connection pools that together want more connections than the server has
-- severity: medium
-- expect: none
SELECT sum(max_connections)
FROM system.connection_pool_settings
HAVING sum(max_connections) > current_setting('max_connections')::integer
  - current_setting('superuser_reserved_connections')::integer;
