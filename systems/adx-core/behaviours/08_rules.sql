-- Rules about single rows and small sets of rows: quotas, pairs, periods, quantities, colours.

INSERT INTO tenants (id, name, slug, admin_email, quotas) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'Alder Analytics', 'alder', 'ops@alder.example.com',
    '{"max_users": 2}'),
  ('b0000000-0000-4000-8000-000000000000', 'Birch Bakery', 'birch', 'ops@birch.example.com', '{}');
INSERT INTO users (id, tenant_id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash'),
  ('a0000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000000', 'abe@example.com', 'hash');

-- case: a tenant takes as many users as its quota allows, and no more
-- guard: DROP TRIGGER users_within_quota ON users
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: error 23514 may have 2 users
INSERT INTO users (tenant_id, email, password_hash)
VALUES ('a0000000-0000-4000-8000-000000000000', 'third@example.com', 'hash');
RESET ROLE;
UPDATE tenants SET quotas = '{"max_users": 3}' WHERE id = 'a0000000-0000-4000-8000-000000000000';
-- expect: 1
INSERT INTO users (tenant_id, email, password_hash)
VALUES ('a0000000-0000-4000-8000-000000000000', 'third@example.com', 'hash');

-- case: several users in one statement do not slip past the quota
-- guard: DROP TRIGGER users_within_quota ON users
UPDATE tenants SET quotas = '{"max_users": 3}' WHERE id = 'a0000000-0000-4000-8000-000000000000';
-- expect: error 23514 may have 3 users
INSERT INTO users (tenant_id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'third@example.com', 'hash'),
  ('a0000000-0000-4000-8000-000000000000', 'fourth@example.com', 'hash');

-- case: a user who is there already may be inserted again without effect, however full the tenant
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('check_user_quota'::regproc),
--   'RETURN NULL', 'RETURN NEW'); END $do$;
--   CREATE OR REPLACE TRIGGER users_within_quota BEFORE INSERT ON users
--   FOR EACH ROW EXECUTE FUNCTION check_user_quota()
UPDATE tenants SET quotas = '{"max_users": 1}' WHERE id = 'a0000000-0000-4000-8000-000000000000';
-- expect: 0
INSERT INTO users (tenant_id, email, password_hash)
VALUES ('a0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash')
ON CONFLICT (tenant_id, email) DO NOTHING;

-- case: a tenant without a quota takes any number of users
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('check_user_quota'::regproc),
--   '> allowed THEN', '> coalesce(allowed, 1) THEN'); END $do$
-- expect: 3
INSERT INTO users (tenant_id, email, password_hash)
SELECT 'b0000000-0000-4000-8000-000000000000', n || '@example.com', 'hash' FROM generate_series(1, 3) AS n;

-- case: an address is one user per tenant, and may be another user elsewhere
-- guard: ALTER TABLE users DROP CONSTRAINT users_tenant_id_email_key
-- guard: ALTER TABLE users ADD CONSTRAINT one_tenant_per_address UNIQUE (email)
-- expect: 1
INSERT INTO users (tenant_id, email, password_hash)
VALUES ('b0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash');
-- expect: error 23505
INSERT INTO users (tenant_id, email, password_hash)
VALUES ('b0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash');

-- case: a pair of users has one connection, whoever asked
-- guard: DROP INDEX user_connections_one_per_pair
INSERT INTO user_connections (tenant_id, requester_id, requestee_id)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001',
  'a0000000-0000-4000-8000-000000000002');
-- expect: error 23505 user_connections_one_per_pair
INSERT INTO user_connections (tenant_id, requester_id, requestee_id)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000002',
  'a0000000-0000-4000-8000-000000000001');

-- case: nobody is connected to themselves
-- guard: ALTER TABLE user_connections DROP CONSTRAINT user_connections_check
-- expect: error 23514
INSERT INTO user_connections (tenant_id, requester_id, requestee_id)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001',
  'a0000000-0000-4000-8000-000000000001');

-- case: a rate limit counts zero or more, in a window that ends after it starts
-- guard: ALTER TABLE rate_limits DROP CONSTRAINT rate_limits_check
-- guard: ALTER TABLE rate_limits DROP CONSTRAINT rate_limits_request_count_check
-- expect: error 23514
INSERT INTO rate_limits (resource_type, identifier, window_start, window_end)
VALUES ('login', '192.0.2.1', now(), now());
-- expect: error 23514
INSERT INTO rate_limits (resource_type, identifier, request_count, window_start, window_end)
VALUES ('login', '192.0.2.1', -1, now(), now() + interval '1 hour');

-- case: a counter for a user or key names their tenant
-- guard: ALTER TABLE rate_limits DROP CONSTRAINT rate_limits_check1
-- expect: error 23514
INSERT INTO rate_limits (user_id, resource_type, identifier, window_start, window_end)
VALUES ('a0000000-0000-4000-8000-000000000001', 'login', 'x', now(), now() + interval '1 hour');

-- case: usage is zero or more, in a period that ends after it starts
-- guard: ALTER TABLE tenant_usage DROP CONSTRAINT tenant_usage_check
-- guard: ALTER TABLE tenant_usage DROP CONSTRAINT tenant_usage_usage_value_check
-- expect: error 23514
INSERT INTO tenant_usage (tenant_id, usage_type, usage_value, period_start, period_end)
VALUES ('a0000000-0000-4000-8000-000000000000', 'api_calls', -1, now(), now() + interval '1 day');
-- expect: error 23514
INSERT INTO tenant_usage (tenant_id, usage_type, period_start, period_end)
VALUES ('a0000000-0000-4000-8000-000000000000', 'api_calls', now(), now() - interval '1 day');

-- case: a billing period ends after it starts
-- guard: ALTER TABLE tenant_billing DROP CONSTRAINT tenant_billing_check
-- expect: error 23514
INSERT INTO tenant_billing (tenant_id, billing_email, current_period_start, current_period_end)
VALUES ('a0000000-0000-4000-8000-000000000000', 'bills@alder.example.com', now(), now() - interval '1 day');

-- case: usage of a kind is recorded once per period
-- guard: ALTER TABLE tenant_usage DROP CONSTRAINT tenant_usage_tenant_id_usage_type_period_start_key
INSERT INTO tenant_usage (tenant_id, usage_type, period_start, period_end)
VALUES ('a0000000-0000-4000-8000-000000000000', 'api_calls', '2026-01-01', '2026-02-01');
-- expect: error 23505
INSERT INTO tenant_usage (tenant_id, usage_type, period_start, period_end)
VALUES ('a0000000-0000-4000-8000-000000000000', 'api_calls', '2026-01-01', '2026-02-01');

-- case: colours are written #rrggbb
-- guard: ALTER TABLE file_tags DROP CONSTRAINT file_tags_color_check
-- guard: ALTER TABLE tenant_branding DROP CONSTRAINT tenant_branding_primary_color_check
-- guard: ALTER TABLE tenant_branding DROP CONSTRAINT tenant_branding_secondary_color_check
-- expect: error 23514
INSERT INTO file_tags (tenant_id, name, color, created_by)
VALUES ('a0000000-0000-4000-8000-000000000000', 'urgent', 'red', 'a0000000-0000-4000-8000-000000000001');
-- expect: error 23514
INSERT INTO tenant_branding (tenant_id, primary_color)
VALUES ('a0000000-0000-4000-8000-000000000000', '#12345');
-- expect: error 23514
INSERT INTO tenant_branding (tenant_id, secondary_color)
VALUES ('a0000000-0000-4000-8000-000000000000', '#12345g');
-- expect: 1
INSERT INTO tenant_branding (tenant_id, primary_color, secondary_color)
VALUES ('a0000000-0000-4000-8000-000000000000', '#1f2933', '#FFB300');

-- case: a skill has a level from one to five
-- guard: ALTER TABLE user_skills DROP CONSTRAINT user_skills_proficiency_level_check
-- expect: error 23514
INSERT INTO user_skills (tenant_id, user_id, skill_name, proficiency_level)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'SQL', 6);
-- expect: error 23514
INSERT INTO user_skills (tenant_id, user_id, skill_name, proficiency_level)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'SQL', 0);

-- case: new rows start in a safe state
-- guard: ALTER TABLE users ALTER COLUMN status SET DEFAULT 'active'
-- guard: ALTER TABLE tenants ALTER COLUMN isolation_level SET DEFAULT 'schema'
-- guard: ALTER TABLE tenants ALTER COLUMN subscription_tier SET DEFAULT 'enterprise'
-- guard: ALTER TABLE files ALTER COLUMN is_public SET DEFAULT true
INSERT INTO files (tenant_id, user_id, filename, original_filename, mime_type, file_size, storage_path)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'n', 'n', 'm', 1,
  '/');
-- expect: pending_verification | row | free | f | uploading
SELECT u.status, t.isolation_level, t.subscription_tier, f.is_public, f.status
FROM files f JOIN users u ON u.id = f.user_id JOIN tenants t ON t.id = f.tenant_id;
