-- Users and their sessions. The first question is answered by a foreign key, as long as every row came in
-- past it: a restore or replication with triggers switched off does not ask.

-- name: users without a tenant
-- severity: high
-- expect: none
SELECT u.id, u.email
FROM users u
WHERE NOT EXISTS (SELECT FROM tenants t WHERE t.id = u.tenant_id);

-- name: active sessions past their end, which expire_sessions() marks
-- severity: low
-- expect: none
SELECT s.id, s.tenant_id, s.expires_at
FROM user_sessions s
WHERE s.status = 'active' AND s.expires_at <= now();

-- name: live sessions of users who have left the tenant
-- severity: medium
-- expect: none
SELECT s.id, s.tenant_id, s.user_id
FROM user_sessions s
JOIN users u ON u.id = s.user_id
WHERE s.status = 'active' AND s.expires_at > now() AND u.tenant_id <> s.tenant_id
  AND NOT EXISTS (
    SELECT FROM tenant_memberships m
    WHERE m.tenant_id = s.tenant_id AND m.user_id = s.user_id AND m.is_active
  );

-- name: unused tokens a week past their end, which expire_tokens() removes
-- severity: low
-- expect: none
SELECT 'password reset' AS kind, p.id FROM password_reset_tokens p
WHERE p.used_at IS NULL AND p.expires_at < now() - interval '7 days'
UNION ALL
SELECT 'email verification', e.id FROM email_verification_tokens e
WHERE e.verified_at IS NULL AND e.expires_at < now() - interval '7 days'
UNION ALL
SELECT 'invitation', i.id FROM tenant_invitations i
WHERE i.accepted_at IS NULL AND i.expires_at < now() - interval '7 days';

-- name: second factors that are enabled and were never verified
-- severity: medium
-- expect: none
SELECT f.id, f.user_id, f.mfa_type
FROM user_mfa f
WHERE f.is_enabled AND f.verified_at IS NULL;
