-- Lookups before a tenant is known: an address, a session token, an API key. They cross tenants on
-- purpose, so each answers about the one thing it is given, and only while that is alive.

INSERT INTO tenants (id, name, slug, admin_email) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'Alder Analytics', 'alder', 'ops@alder.example.com'),
  ('b0000000-0000-4000-8000-000000000000', 'Birch Bakery', 'birch', 'ops@birch.example.com');
INSERT INTO users (id, tenant_id, email, password_hash, status, roles) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash',
    'active', '{admin}');
INSERT INTO tenant_domains (tenant_id, domain, is_verified, verification_token) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'portal.alder.example.com', true, 'v'),
  ('b0000000-0000-4000-8000-000000000000', 'portal.birch.example.com', false, 'v');
INSERT INTO user_sessions (tenant_id, user_id, session_token, refresh_token, expires_at)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', repeat('1', 64),
  repeat('a', 64), now() + interval '1 hour');
INSERT INTO api_keys (tenant_id, user_id, key_name, key_hash, key_prefix, permissions, expires_at)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'nightly',
  repeat('k', 64), 'ald', '{files:read}', now() + interval '1 hour');

-- case: a tenant is found by its slug, in any case, without a context
-- guard: ALTER FUNCTION resolve_tenant(text) SECURITY INVOKER
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_tenant'::regproc),
--   't.slug = lower(address)', 't.slug = address'); END $do$
SET LOCAL ROLE adx_app;
-- expect: a0000000-0000-4000-8000-000000000000 | row
SELECT tenant_id, isolation_level FROM resolve_tenant('Alder');

-- case: a tenant is found by a verified domain, not by one it only claims
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_tenant'::regproc),
--   'AND d.is_verified', ''); END $do$
SET LOCAL ROLE adx_app;
-- expect: alder
SELECT slug FROM resolve_tenant('portal.alder.example.com');
-- expect: none
SELECT slug FROM resolve_tenant('portal.birch.example.com');

-- case: a tenant that is not active is not found
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_tenant'::regproc),
--   't.is_active', 'true'); END $do$
UPDATE tenants SET is_active = false WHERE slug = 'alder';
-- expect: none
SELECT slug FROM resolve_tenant('alder');
-- expect: none
SELECT slug FROM resolve_tenant('portal.alder.example.com');

-- case: a domain belongs to one tenant
-- guard: ALTER TABLE tenant_domains DROP CONSTRAINT tenant_domains_domain_key
-- expect: error 23505
INSERT INTO tenant_domains (tenant_id, domain, verification_token)
VALUES ('b0000000-0000-4000-8000-000000000000', 'portal.alder.example.com', 'v');

-- case: a live session is found by the digest of its token, without a context
-- guard: ALTER FUNCTION resolve_session(text) SECURITY INVOKER
SET LOCAL ROLE adx_app;
-- expect: a0000000-0000-4000-8000-000000000000 | a0000000-0000-4000-8000-000000000001 | active | {admin}
SELECT tenant_id, user_id, user_status, roles FROM resolve_session(repeat('1', 64));
-- expect: none
SELECT * FROM resolve_session(repeat('2', 64));

-- case: a session past its end is not found, even before it is marked
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_session'::regproc),
--   'AND s.expires_at > now()', ''); END $do$
UPDATE user_sessions SET expires_at = now() - interval '1 second';
-- expect: none
SELECT * FROM resolve_session(repeat('1', 64));

-- case: a revoked session is not found
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_session'::regproc),
--   'AND s.status = ''active''', ''); END $do$
UPDATE user_sessions SET status = 'revoked';
-- expect: none
SELECT * FROM resolve_session(repeat('1', 64));

-- case: the sessions of a suspended user or tenant are not found
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_session'::regproc),
--   'AND u.status NOT IN (''inactive'', ''suspended'')', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_session'::regproc),
--   'AND t.is_active', ''); END $do$
UPDATE users SET status = 'suspended';
-- expect: none
SELECT * FROM resolve_session(repeat('1', 64));
UPDATE users SET status = 'active';
UPDATE tenants SET is_active = false;
-- expect: none
SELECT * FROM resolve_session(repeat('1', 64));

-- case: in another tenant a member has the roles of the membership, while it lasts
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_session'::regproc),
--   'AND (u.tenant_id = s.tenant_id OR m.id IS NOT NULL)', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_session'::regproc),
--   'AND m.is_active', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_session'::regproc),
--   'CASE WHEN m.id IS NULL THEN u.roles ELSE m.roles END', 'u.roles'); END $do$
INSERT INTO tenant_memberships (tenant_id, user_id, roles)
VALUES ('b0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', '{guest}');
UPDATE user_sessions SET tenant_id = 'b0000000-0000-4000-8000-000000000000';
-- expect: b0000000-0000-4000-8000-000000000000 | {guest}
SELECT tenant_id, roles FROM resolve_session(repeat('1', 64));
UPDATE tenant_memberships SET is_active = false;
-- expect: none
SELECT tenant_id, roles FROM resolve_session(repeat('1', 64));

-- case: a live API key is found by its digest, without a context
-- guard: ALTER FUNCTION resolve_api_key(text) SECURITY INVOKER
SET LOCAL ROLE adx_app;
-- expect: a0000000-0000-4000-8000-000000000000 | {files:read} | 1000
SELECT tenant_id, permissions, rate_limit_per_hour FROM resolve_api_key(repeat('k', 64));
-- expect: none
SELECT * FROM resolve_api_key(repeat('x', 64));

-- case: an API key that was switched off is not found
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_api_key'::regproc),
--   'AND k.is_active', ''); END $do$
UPDATE api_keys SET is_active = false;
-- expect: none
SELECT * FROM resolve_api_key(repeat('k', 64));

-- case: an API key past its end is not found, and one without an end lasts
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_api_key'::regproc),
--   'AND (k.expires_at IS NULL OR k.expires_at > now())', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_api_key'::regproc),
--   'k.expires_at IS NULL OR', ''); END $do$
UPDATE api_keys SET expires_at = now() - interval '1 second';
-- expect: none
SELECT * FROM resolve_api_key(repeat('k', 64));
UPDATE api_keys SET expires_at = NULL;
-- expect: {files:read}
SELECT permissions FROM resolve_api_key(repeat('k', 64));

-- case: the API keys of a suspended user or tenant are not found
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_api_key'::regproc),
--   'AND (k.user_id IS NULL OR u.status NOT IN (''inactive'', ''suspended''))', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('resolve_api_key'::regproc),
--   'AND t.is_active', ''); END $do$
UPDATE users SET status = 'inactive';
-- expect: none
SELECT * FROM resolve_api_key(repeat('k', 64));
UPDATE users SET status = 'active';
UPDATE tenants SET is_active = false;
-- expect: none
SELECT * FROM resolve_api_key(repeat('k', 64));
