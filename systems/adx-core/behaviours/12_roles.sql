-- What each role may do. Row security decides about rows; here it is about everything else.

INSERT INTO tenants (id, name, slug, admin_email) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'Alder Analytics', 'alder', 'ops@alder.example.com');
INSERT INTO users (id, tenant_id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash');

-- case: the application may call these functions of the system, and no other
-- guard: GRANT EXECUTE ON FUNCTION erase_tenant(uuid) TO adx_app
-- guard: GRANT EXECUTE ON FUNCTION database_health_check() TO PUBLIC
-- expect: rows
--   clear_tenant_context
--   configuration_is_sealed
--   get_current_tenant_id
--   redeem_file_share
--   resolve_api_key
--   resolve_session
--   resolve_tenant
--   set_tenant_context
SELECT p.proname
FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace AND has_function_privilege('adx_app', p.oid, 'EXECUTE')
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
ORDER BY p.proname;

-- case: the application neither creates nor erases tenants
-- guard: GRANT EXECUTE ON FUNCTION create_tenant_with_isolation TO adx_app;
--   GRANT INSERT ON tenants TO adx_app;
--   ALTER FUNCTION create_tenant_with_isolation SECURITY DEFINER;
--   ALTER FUNCTION create_tenant_with_isolation OWNER TO adx_definer
-- guard: GRANT EXECUTE ON FUNCTION erase_tenant(uuid) TO adx_app
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: error 42501
SELECT create_tenant_with_isolation('Cedar', 'ops@cedar.example.com');
-- expect: error 42501
SELECT erase_tenant('a0000000-0000-4000-8000-000000000000');
-- expect: error 42501
INSERT INTO tenants (name, slug, admin_email) VALUES ('Cedar', 'cedar', 'ops@cedar.example.com');

-- case: the application neither truncates a table nor changes its definition
-- guard: GRANT TRUNCATE ON user_bookmarks TO adx_app
-- guard: ALTER TABLE user_bookmarks OWNER TO adx_app
SET LOCAL ROLE adx_app;
-- expect: error 42501
TRUNCATE user_bookmarks;
-- expect: error 42501
ALTER TABLE user_bookmarks DISABLE ROW LEVEL SECURITY;
-- expect: error 42501
DROP POLICY tenant_isolation_user_bookmarks ON user_bookmarks;

-- case: the application creates nothing in the schema of the system
-- guard: GRANT CREATE ON SCHEMA public TO adx_app
SET LOCAL ROLE adx_app;
-- expect: error 42501
CREATE TABLE public.notes (id integer);
-- expect: error 42501
CREATE FUNCTION public.get_current_tenant_id(text) RETURNS uuid LANGUAGE sql RETURN NULL;

-- case: reading only means reading only
-- guard: GRANT INSERT, UPDATE, DELETE ON users TO adx_readonly
SET LOCAL ROLE adx_readonly;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: ada@example.com
SELECT email FROM users;
-- expect: error 42501
INSERT INTO users (tenant_id, email, password_hash)
VALUES ('a0000000-0000-4000-8000-000000000000', 'abe@example.com', 'hash');
-- expect: error 42501
UPDATE users SET status = 'active';
-- expect: error 42501
DELETE FROM users;

-- case: reading only, nothing is looked up across tenants or redeemed
-- guard: GRANT EXECUTE ON FUNCTION resolve_tenant(text) TO adx_readonly
-- guard: GRANT EXECUTE ON FUNCTION redeem_file_share(text) TO adx_readonly
SET LOCAL ROLE adx_readonly;
-- expect: error 42501
SELECT * FROM resolve_tenant('alder');
-- expect: error 42501
SELECT * FROM redeem_file_share(repeat('1', 64));

-- case: operations changes tenants of all kinds, and still owns nothing
-- guard: REVOKE UPDATE ON tenants FROM adx_admin
-- guard: ALTER TABLE tenants OWNER TO adx_admin
SET LOCAL ROLE adx_admin;
-- expect: 1
UPDATE tenants SET quotas = '{"max_users": 10}', subscription_tier = 'professional';
-- expect: error 42501
ALTER TABLE tenants DISABLE ROW LEVEL SECURITY;
-- expect: error 42501
ALTER TABLE audit_logs DISABLE TRIGGER audit_logs_append_only;

-- case: nobody who logs in stands above row security or can become an owner
-- guard: ALTER POLICY all_tenants_users ON users TO adx_all_tenants, adx_app
-- expect: none
SELECT r.rolname
FROM pg_roles r
WHERE r.rolname IN ('adx_app', 'adx_readonly', 'adx_admin')
  AND (r.rolsuper OR r.rolbypassrls OR pg_has_role(r.oid, 'adx_owner', 'MEMBER')
    OR pg_has_role(r.oid, 'adx_definer', 'MEMBER'));
-- expect: none
SELECT tablename
FROM pg_policies
WHERE policyname LIKE 'all\_tenants\_%' AND roles <> '{adx_all_tenants}';

-- case: functions that cross tenants run with a fixed search path
-- guard: ALTER FUNCTION resolve_session(text) RESET search_path
-- expect: none
SELECT p.proname
FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
  AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (p.proconfig), false);
