-- Tenant isolation as a person meets it: two tenants, one login for both, and the context that decides.
-- Every other table is walked in 02_every_table.sql.

INSERT INTO tenants (id, name, slug, admin_email) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'Alder Analytics', 'alder', 'ops@alder.example.com'),
  ('b0000000-0000-4000-8000-000000000000', 'Birch Bakery', 'birch', 'ops@birch.example.com');
INSERT INTO users (id, tenant_id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash'),
  ('b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000000', 'bo@example.com', 'hash');
INSERT INTO workflow_templates (tenant_id, template_name, workflow_type, input_schema, task_queue, is_public,
  created_by)
VALUES
  ('b0000000-0000-4000-8000-000000000000', 'shared', 'report', '{}', 'q', true,
    'b0000000-0000-4000-8000-000000000001'),
  ('b0000000-0000-4000-8000-000000000000', 'private', 'report', '{}', 'q', false,
    'b0000000-0000-4000-8000-000000000001');
INSERT INTO audit_logs (tenant_id, action, resource_type) VALUES (NULL, 'maintenance', 'platform');
INSERT INTO login_attempts (tenant_id, email, ip_address, success) VALUES
  (NULL, 'nobody@example.com', '192.0.2.1', false);
INSERT INTO rate_limits (tenant_id, resource_type, identifier, window_start, window_end) VALUES
  (NULL, 'login', '192.0.2.1', now(), now() + interval '1 hour');

-- case: two users in two tenants do not see each other
-- guard: ALTER POLICY tenant_isolation_users ON users USING (true)
-- guard: ALTER TABLE users DISABLE ROW LEVEL SECURITY
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: ada@example.com
SELECT email FROM users;
SELECT set_tenant_context('b0000000-0000-4000-8000-000000000000');
-- expect: bo@example.com
SELECT email FROM users;

-- case: a tenant sees its own row of tenants only
-- guard: ALTER POLICY tenant_isolation_tenants ON tenants USING (true)
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: alder
SELECT slug FROM tenants;

-- case: without a context there are no rows and no error
-- guard: ALTER POLICY tenant_isolation_users ON users
--   USING (get_current_tenant_id() IS NULL OR tenant_id = get_current_tenant_id())
-- guard: ALTER POLICY tenant_isolation_users ON users
--   USING (tenant_id = current_setting('app.current_tenant_id')::uuid)
SET LOCAL ROLE adx_app;
-- expect: none
SELECT email FROM users;

-- case: an empty or malformed context is no context, and no error
-- guard: CREATE OR REPLACE FUNCTION get_current_tenant_id() RETURNS uuid LANGUAGE sql STABLE
--   RETURN current_setting('app.current_tenant_id', true)::uuid
SET LOCAL ROLE adx_app;
SELECT set_config('app.current_tenant_id', '', true);
-- expect: 0
SELECT count(*) FROM users;
SELECT set_config('app.current_tenant_id', 'a0000000', true);
-- expect: 0
SELECT count(*) FROM users;
SELECT set_config('app.current_tenant_id', 'a0000000-0000-4000-8000-000000000000; --', true);
-- expect: 0
SELECT count(*) FROM users;

-- case: the context reads back as it was set, and clearing it or setting null leaves none
-- guard: CREATE OR REPLACE FUNCTION clear_tenant_context() RETURNS void LANGUAGE sql AS 'SELECT'
-- guard: CREATE OR REPLACE FUNCTION set_tenant_context(tenant_id uuid) RETURNS void LANGUAGE sql STRICT
--   AS $$ SELECT set_config('app.current_tenant_id', tenant_id::text, true) $$
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: a0000000-0000-4000-8000-000000000000
SELECT get_current_tenant_id();
SELECT clear_tenant_context();
-- expect: t
SELECT get_current_tenant_id() IS NULL;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
SELECT set_tenant_context(NULL);
-- expect: t
SELECT get_current_tenant_id() IS NULL;

-- A function with a SET clause restores the setting on exit, unless a session-wide SET has overridden it:
-- that shows, without ending the transaction, whether the context belongs to the transaction only.
-- case: the context lasts for the transaction, not for the pooled connection
-- guard: DO $do$ BEGIN EXECUTE replace(
--   pg_get_functiondef('set_tenant_context'::regproc), ', true)', ', false)'); END $do$
CREATE FUNCTION pg_temp.request() RETURNS void LANGUAGE plpgsql SET app.current_tenant_id = '' AS $$
BEGIN
  PERFORM public.set_tenant_context('a0000000-0000-4000-8000-000000000000');
END
$$;
SELECT pg_temp.request();
-- expect: t
SELECT get_current_tenant_id() IS NULL;

-- case: a row cannot be created in another tenant
-- guard: ALTER POLICY tenant_isolation_users ON users WITH CHECK (true);
--   DROP TRIGGER users_within_quota ON users
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: error 42501 row-level security
INSERT INTO users (tenant_id, email, password_hash)
VALUES ('b0000000-0000-4000-8000-000000000000', 'mole@example.com', 'hash');

-- case: a row cannot be moved into another tenant
-- guard: ALTER POLICY tenant_isolation_users ON users WITH CHECK (true)
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: error 42501 row-level security
UPDATE users SET tenant_id = 'b0000000-0000-4000-8000-000000000000';

-- case: rows of another tenant cannot be changed or deleted, even by their id
-- guard: ALTER POLICY tenant_isolation_users ON users USING (true) WITH CHECK (true)
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: 0
UPDATE users SET status = 'suspended' WHERE id = 'b0000000-0000-4000-8000-000000000001';
-- expect: 0
DELETE FROM users WHERE id = 'b0000000-0000-4000-8000-000000000001';

-- case: without a context nothing can be written either
-- guard: ALTER POLICY tenant_isolation_users ON users USING (true) WITH CHECK (true)
SET LOCAL ROLE adx_app;
-- expect: error 42501 row-level security
INSERT INTO users (tenant_id, email, password_hash)
VALUES ('b0000000-0000-4000-8000-000000000000', 'mole@example.com', 'hash');
-- expect: 0
UPDATE users SET status = 'suspended';

-- case: owning the tables does not open them
-- guard: ALTER TABLE users NO FORCE ROW LEVEL SECURITY
SET LOCAL ROLE adx_owner;
-- expect: 0
SELECT count(*) FROM users;

-- case: operations sees all tenants without a context
-- guard: DROP POLICY all_tenants_users ON users
SET LOCAL ROLE adx_admin;
-- expect: 2
SELECT count(*) FROM users;

-- case: a public template is read by every tenant, a private one by its own only
-- guard: DROP POLICY public_workflow_templates ON workflow_templates
-- guard: ALTER POLICY public_workflow_templates ON workflow_templates USING (true)
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: shared
SELECT template_name FROM workflow_templates;

-- case: a public template stays closed to a session without a tenant
-- guard: ALTER POLICY public_workflow_templates ON workflow_templates USING (is_public)
SET LOCAL ROLE adx_app;
-- expect: none
SELECT template_name FROM workflow_templates;

-- case: a public template is written by its own tenant only
-- guard: DROP POLICY public_workflow_templates ON workflow_templates;
--   CREATE POLICY public_workflow_templates ON workflow_templates USING (is_public)
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: 0
UPDATE workflow_templates SET description = 'taken over';
-- expect: 0
DELETE FROM workflow_templates;
SELECT set_tenant_context('b0000000-0000-4000-8000-000000000000');
-- expect: 2
UPDATE workflow_templates SET description = 'ours';

-- case: audit entries, login attempts and counters without a tenant show to operations only
-- guard: ALTER POLICY tenant_isolation_audit_logs ON audit_logs
--   USING (tenant_id IS NULL OR tenant_id = get_current_tenant_id())
-- guard: ALTER POLICY tenant_isolation_login_attempts ON login_attempts
--   USING (tenant_id IS NULL OR tenant_id = get_current_tenant_id())
-- guard: ALTER POLICY tenant_isolation_rate_limits ON rate_limits
--   USING (tenant_id IS NULL OR tenant_id = get_current_tenant_id())
-- guard: DROP POLICY all_tenants_audit_logs ON audit_logs
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: 0 | 0 | 0
SELECT (SELECT count(*) FROM audit_logs), (SELECT count(*) FROM login_attempts),
  (SELECT count(*) FROM rate_limits);
SET LOCAL ROLE adx_admin;
-- expect: 1 | 1 | 1
SELECT (SELECT count(*) FROM audit_logs), (SELECT count(*) FROM login_attempts),
  (SELECT count(*) FROM rate_limits);

-- case: a login attempt and its counter are recorded before the tenant is known
-- guard: DROP POLICY unknown_tenant_login_attempts ON login_attempts
-- guard: DROP POLICY unknown_tenant_rate_limits ON rate_limits
SET LOCAL ROLE adx_app;
-- expect: 1
INSERT INTO login_attempts (email, ip_address, success) VALUES ('who@example.com', '192.0.2.7', false);
-- expect: 1
INSERT INTO rate_limits (resource_type, identifier, window_start, window_end)
VALUES ('login', '192.0.2.7', now(), now() + interval '1 hour');

-- case: rows without a tenant are written, never changed, by the application
-- guard: DROP POLICY unknown_tenant_rate_limits ON rate_limits;
--   CREATE POLICY unknown_tenant_rate_limits ON rate_limits TO adx_app USING (tenant_id IS NULL)
SET LOCAL ROLE adx_app;
-- expect: 0
UPDATE rate_limits SET request_count = 0;
-- expect: 0
DELETE FROM rate_limits;

-- case: an audit entry without a tenant is written by operations only
-- guard: CREATE POLICY unknown_tenant_audit_logs ON audit_logs FOR INSERT TO adx_app
--   WITH CHECK (tenant_id IS NULL)
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: error 42501 row-level security
INSERT INTO audit_logs (action, resource_type) VALUES ('forged', 'platform');

-- case: a tenant cannot lift its own plan, quotas or suspension
-- guard: GRANT UPDATE ON tenants TO adx_app
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: 1
UPDATE tenants SET settings = '{"theme": "dark"}';
-- expect: error 42501 permission denied
UPDATE tenants SET subscription_tier = 'enterprise';
-- expect: error 42501 permission denied
UPDATE tenants SET quotas = '{"max_users": 100000}';
-- expect: error 42501 permission denied
UPDATE tenants SET is_active = true;

-- case: measurements of the platform are closed to tenants
-- guard: GRANT SELECT ON database_health_checks TO adx_app
-- guard: GRANT SELECT ON connection_pool_stats TO adx_app
-- guard: GRANT SELECT ON database_locks_log TO adx_app
-- guard: GRANT SELECT ON tenant_databases TO adx_app
SET LOCAL ROLE adx_app;
-- expect: error 42501
SELECT count(*) FROM database_health_checks;
-- expect: error 42501
SELECT count(*) FROM connection_pool_stats;
-- expect: error 42501
SELECT count(*) FROM database_locks_log;
-- expect: error 42501
SELECT count(*) FROM tenant_databases;

-- case: a measured query belongs to its tenant
-- guard: ALTER POLICY tenant_isolation_query_performance_log ON query_performance_log USING (true)
INSERT INTO query_performance_log (tenant_id, query_hash, query_type, execution_time_ms) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'aa', 'SELECT', 1),
  ('b0000000-0000-4000-8000-000000000000', 'bb', 'SELECT', 1),
  (NULL, 'cc', 'SELECT', 1);
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: aa
SELECT query_hash FROM query_performance_log;
