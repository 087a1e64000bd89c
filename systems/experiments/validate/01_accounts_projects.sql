-- Accounts and projects whose state no constraint can refuse.

-- name: accounts and projects of the made-up data
-- severity: high
-- environment: production
-- expect: none
SELECT 'account', id FROM auth.users WHERE id::text ~ '^5eed000[01]-0001-4000-8000-'
UNION ALL
SELECT 'project', id FROM projects.projects WHERE id::text ~ '^5eed000[01]-0006-4000-8000-';

-- name: live sessions of accounts that are not active
-- severity: high
-- expect: none
SELECT s.id
FROM auth.sessions AS s JOIN auth.users AS u ON u.id = s.user_id
WHERE NOT u.is_active AND s.revoked_at IS NULL AND s.expires_at > now();

-- name: a second factor that is switched on without a secret
-- severity: high
-- expect: none
SELECT id FROM auth.users WHERE totp_enabled AND totp_secret_enc IS NULL;

-- name: password resets that were used after they expired
-- severity: high
-- expect: none
SELECT id FROM auth.password_resets WHERE used_at > expires_at;

-- name: projects whose members are not a list of user ids in lower case
-- severity: medium
-- expect: none
SELECT p.id
FROM projects.projects AS p
WHERE p.settings ? 'members' AND (
  jsonb_typeof(p.settings -> 'members') <> 'array'
  OR EXISTS (
    SELECT FROM jsonb_path_query(p.settings, '$.members[*]') AS m (member)
    WHERE m.member #>> '{}' !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'));

-- name: members of projects who have no account
-- severity: low
-- expect: none
SELECT p.id, m.member #>> '{}'
FROM projects.projects AS p
CROSS JOIN jsonb_path_query(p.settings, '$.members[*]') AS m (member)
WHERE NOT EXISTS (SELECT FROM auth.users AS u WHERE u.id::text = m.member #>> '{}');
