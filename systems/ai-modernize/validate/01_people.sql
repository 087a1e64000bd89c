-- Who is where, and who should be.

-- name: test tenants and clients of the seeds
-- severity: high
-- environment: production
-- expect: none
SELECT id, name FROM migration.client_accounts
WHERE migration.is_test_tenant(id) OR id IN (
  'd1000000-0000-4000-8000-000000000001', 'd2000000-0000-4000-8000-000000000001');

-- name: people with access to an engagement whose client they are not associated with
-- severity: high
-- expect: none
SELECT x.client_account_id, x.engagement_id, x.user_profile_id
FROM migration.engagement_access AS x
WHERE x.is_active AND NOT EXISTS (
  SELECT FROM migration.user_account_associations AS a
  WHERE a.user_id = x.user_profile_id AND a.client_account_id = x.client_account_id);

-- name: people with access to a client that they are not associated with
-- severity: medium
-- expect: none
SELECT x.client_account_id, x.user_profile_id
FROM migration.client_access AS x
WHERE x.is_active AND NOT EXISTS (
  SELECT FROM migration.user_account_associations AS a
  WHERE a.user_id = x.user_profile_id AND a.client_account_id = x.client_account_id);

-- name: people without a profile, who can never be approved
-- severity: medium
-- expect: none
SELECT u.id FROM migration.users AS u
WHERE u.is_active AND NOT EXISTS (SELECT FROM migration.user_profiles AS p WHERE p.user_id = u.id);

-- name: active profiles that nobody approved
-- severity: medium
-- expect: none
SELECT user_id FROM migration.user_profiles WHERE status = 'ACTIVE' AND approved_at IS NULL;

-- name: requests for approval that waited for more than 30 days
-- severity: low
-- expect: none
SELECT user_id FROM migration.user_profiles
WHERE status = 'PENDING_APPROVAL' AND approval_requested_at < now() - interval '30 days';

-- name: engagements led by somebody who is not associated with the client
-- severity: medium
-- expect: none
SELECT e.client_account_id, e.id, e.engagement_lead_id
FROM migration.engagements AS e
WHERE e.engagement_lead_id IS NOT NULL AND e.status <> 'archived' AND NOT EXISTS (
  SELECT FROM migration.user_account_associations AS a
  WHERE a.user_id = e.engagement_lead_id AND a.client_account_id = e.client_account_id);

-- Quotas are checked when a row is added; a quota that was lowered since is not.
-- name: clients over their quota of people or engagements
-- severity: medium
-- expect: none
SELECT c.id, c.name
FROM migration.client_accounts AS c
WHERE c.max_users < (
    SELECT count(*) FROM migration.user_account_associations AS a WHERE a.client_account_id = c.id)
  OR c.max_engagements < (
    SELECT count(*) FROM migration.engagements AS e
    WHERE e.client_account_id = c.id AND e.status IS DISTINCT FROM 'archived');

-- name: credentials that expired and still say active
-- severity: medium
-- expect: none
SELECT client_account_id, id FROM migration.platform_credentials
WHERE status = 'active' AND expires_at < now();
