-- Secrets, the audit log and usage.

-- name: broken audit chains
-- severity: high
-- expect: none
SELECT c.tenant_id, c.workspace_id, v.first_bad_seq, v.reason
FROM (SELECT DISTINCT tenant_id, workspace_id FROM audit_events) AS c,
  LATERAL verify_audit_chain(c.tenant_id, c.workspace_id) AS v;

-- name: audit events a week past their time
-- severity: low
-- expect: none
SELECT e.tenant_id, count(*) FROM audit_events AS e LEFT JOIN audit_config AS c USING (tenant_id)
WHERE coalesce(e.retention_until, e.created_at + make_interval(days => coalesce(c.retention_days, 365)))
  < now() - interval '7 days'
  -- An event behind one that must stay is kept with it.
  AND NOT EXISTS (
    SELECT FROM audit_events AS k
    WHERE k.tenant_id = e.tenant_id AND k.workspace_id IS NOT DISTINCT FROM e.workspace_id
      AND k.chain_seq < e.chain_seq
      AND coalesce(k.retention_until, k.created_at + make_interval(days => coalesce(c.retention_days, 365)))
        >= now())
GROUP BY 1;

-- name: active provider keys that are invalid
-- severity: medium
-- expect: none
SELECT provider_key_id, validation_error FROM provider_keys
WHERE is_active AND validation_status = 'invalid';

-- name: rotations of secrets that are none of their tenant's
-- severity: low
-- expect: none
SELECT l.rotation_id FROM secret_rotation_log AS l
LEFT JOIN (
  SELECT 'provider_key' AS secret_type, provider_key_id AS secret_id, tenant_id FROM provider_keys
  UNION ALL
  SELECT 'connector_credential', connector_installation_id, tenant_id FROM connector_installations
  UNION ALL
  SELECT 'api_key', api_key_id, tenant_id FROM api_keys
) AS s ON s.secret_type = l.secret_type AND s.secret_id = l.secret_id
WHERE s.tenant_id <> l.tenant_id;

-- name: exports that are enabled without a destination
-- severity: low
-- expect: none
SELECT tenant_id FROM audit_config WHERE export_enabled AND export_destination IS NULL;

-- name: metering events from the future
-- severity: medium
-- expect: none
SELECT metering_event_id, created_at FROM metering_events WHERE created_at > now() + interval '1 hour';

-- name: summaries whose length is not that of their period
-- severity: medium
-- expect: none
SELECT usage_summary_id, period, period_start, period_end FROM usage_summary
WHERE period_end AT TIME ZONE 'UTC' <> period_start AT TIME ZONE 'UTC' + CASE period
  WHEN 'hourly' THEN interval '1 hour' WHEN 'daily' THEN interval '1 day' ELSE interval '1 month' END;
