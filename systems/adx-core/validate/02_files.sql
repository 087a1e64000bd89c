-- Files and workflows.

-- name: files whose owner or tenant is gone, or whose owner is no longer in the tenant
-- severity: medium
-- expect: none
SELECT f.id, f.tenant_id, f.user_id
FROM files f
WHERE NOT EXISTS (SELECT FROM tenants t WHERE t.id = f.tenant_id)
  OR NOT EXISTS (
    SELECT FROM users u
    WHERE u.id = f.user_id
      AND (
        u.tenant_id = f.tenant_id
        OR EXISTS (SELECT FROM tenant_memberships m WHERE m.tenant_id = f.tenant_id AND m.user_id = u.id)
      )
  );

-- name: files that are ready and have no checksum
-- severity: low
-- expect: none
SELECT f.id, f.tenant_id
FROM files f
WHERE f.status = 'ready' AND f.checksum IS NULL;

-- name: shares that can be redeemed and hand out a deleted file
-- severity: medium
-- expect: none
SELECT s.id, s.file_id
FROM file_shares s
JOIN files f ON f.id = s.file_id
WHERE s.is_active AND f.status = 'deleted';

-- name: shares by password or address that lack the password or the addresses
-- severity: high
-- expect: none
SELECT s.id, s.share_type
FROM file_shares s
WHERE s.is_active
  AND (
    (s.share_type = 'password' AND s.password_hash IS NULL)
    OR (s.share_type = 'email' AND coalesce(cardinality(s.allowed_emails), 0) = 0)
  );

-- name: workflows that ended before they started, or ended without an end
-- severity: medium
-- expect: none
SELECT w.id, w.status, w.started_at, w.completed_at
FROM workflow_executions w
WHERE w.completed_at < w.started_at OR (w.status = 'completed' AND w.completed_at IS NULL);
