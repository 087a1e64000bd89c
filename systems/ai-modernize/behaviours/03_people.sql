-- Tables without both tenant columns: clients, people and their rights, and what all tenants share.

INSERT INTO migration.client_accounts (id, name, slug, max_users) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Freight', 'alder', 10),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Clinics', 'birch', 10);
INSERT INTO migration.engagements (id, client_account_id, name, slug) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'First', 'first'),
  ('b1000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'First', 'first');
-- Ada works for Alder, Bo for Birch, Cleo for both, and Dag for nobody yet.
INSERT INTO migration.users (id, email, first_name, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'ada@alder.example.com', 'Ada', 'digest of Ada'),
  ('b0000000-0000-4000-8000-000000000011', 'bo@birch.example.com', 'Bo', 'digest of Bo'),
  ('c0000000-0000-4000-8000-000000000011', 'Cleo@example.com', 'Cleo', 'digest of Cleo'),
  ('d0000000-0000-4000-8000-000000000011', 'dag@example.com', 'Dag', 'digest of Dag');
INSERT INTO migration.user_profiles (user_id, status, phone_number)
SELECT id, CASE first_name WHEN 'Dag' THEN 'PENDING_APPROVAL' ELSE 'ACTIVE' END, '555-0100'
FROM migration.users;
INSERT INTO migration.user_account_associations (user_id, client_account_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'analyst'),
  ('b0000000-0000-4000-8000-000000000011', 'b0000000-0000-4000-8000-000000000001', 'analyst'),
  ('c0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'analyst'),
  ('c0000000-0000-4000-8000-000000000011', 'b0000000-0000-4000-8000-000000000001', 'analyst');
INSERT INTO migration.platform_adapters (id, adapter_name, adapter_type, version) VALUES
  ('f0000000-0000-4000-8000-000000000001', 'inventory', 'discovery', '1.0');

-- case: a client sees its own account and no other
-- guard: ALTER POLICY tenant_isolation ON migration.client_accounts USING (true)
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: Alder Freight
SELECT name FROM migration.client_accounts;

-- case: a client describes itself, but sets neither its tier nor its quotas
-- guard: GRANT UPDATE ON migration.client_accounts TO application_role
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 1
UPDATE migration.client_accounts SET industry = 'freight';
-- expect: error 42501
UPDATE migration.client_accounts SET max_engagements = 1000;
-- expect: error 42501
UPDATE migration.client_accounts SET subscription_tier = 'enterprise';
-- expect: error 42501
UPDATE migration.client_accounts SET is_active = true;

-- case: clients are made and removed by operations only
-- guard: GRANT INSERT, DELETE ON migration.client_accounts TO application_role
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: error 42501 permission
INSERT INTO migration.client_accounts (id, name, slug)
VALUES ('a0000000-0000-4000-8000-000000000001', 'Twin', 'twin');
-- expect: error 42501 permission
DELETE FROM migration.client_accounts;

-- case: people and profiles are seen where they are associated with the client
-- guard: ALTER POLICY tenant_isolation ON migration.users USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.user_profiles USING (true)
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: rows
--   Ada
--   Cleo
SELECT first_name FROM migration.users ORDER BY 1;
-- expect: 2
SELECT count(*) FROM migration.user_profiles;

-- case: an association that ends hides the person
-- guard: ALTER POLICY tenant_isolation ON migration.users USING (true)
DELETE FROM migration.user_account_associations
WHERE user_id = 'c0000000-0000-4000-8000-000000000011'
  AND client_account_id = 'a0000000-0000-4000-8000-000000000001';
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: Ada
SELECT first_name FROM migration.users;

-- case: the application cannot associate anybody with its client, or make people or roles
-- guard: GRANT INSERT ON migration.user_account_associations TO application_role
-- guard: GRANT INSERT ON migration.user_roles TO application_role
-- guard: GRANT INSERT ON migration.users TO application_role;
--   ALTER POLICY tenant_isolation ON migration.users WITH CHECK (true)
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: error 42501
INSERT INTO migration.user_account_associations (user_id, client_account_id, role) VALUES
  ('b0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'analyst');
-- expect: error 42501
INSERT INTO migration.user_roles (user_id, role_type, role_name, scope_type, scope_client_id) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'admin', 'Admin', 'client',
    'a0000000-0000-4000-8000-000000000001');
-- expect: error 42501
INSERT INTO migration.users (email) VALUES ('new@example.com');

-- case: the application changes neither a person's address nor who is an administrator
-- guard: GRANT UPDATE ON migration.users TO application_role
-- guard: GRANT UPDATE ON migration.user_profiles TO application_role
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: error 42501
UPDATE migration.users SET is_admin = true;
-- expect: error 42501
UPDATE migration.users SET email = 'taken@example.com';
-- expect: error 42501
UPDATE migration.user_profiles SET status = 'ACTIVE';

-- case: a role for another client is not seen, a role for all clients is
-- guard: ALTER POLICY tenant_isolation ON migration.user_roles USING (user_id IN (
--   SELECT a.user_id FROM migration.user_account_associations AS a
--   WHERE a.client_account_id = migration.current_client_id()))
-- guard: ALTER POLICY tenant_isolation ON migration.user_roles
--   USING (scope_client_id = migration.current_client_id())
INSERT INTO migration.user_roles (user_id, role_type, role_name, scope_type, scope_client_id) VALUES
  ('c0000000-0000-4000-8000-000000000011', 'lead', 'Lead at Alder', 'client',
    'a0000000-0000-4000-8000-000000000001'),
  ('c0000000-0000-4000-8000-000000000011', 'lead', 'Lead at Birch', 'client',
    'b0000000-0000-4000-8000-000000000001'),
  ('c0000000-0000-4000-8000-000000000011', 'support', 'Support', 'global', NULL);
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: rows
--   Lead at Alder
--   Support
SELECT role_name FROM migration.user_roles ORDER BY role_name;

-- case: a role's scope names what its type says, and an engagement of its client
-- guard: ALTER TABLE migration.user_roles DROP CONSTRAINT user_roles_scope_check
-- guard: ALTER TABLE migration.user_roles DROP CONSTRAINT user_roles_scope_engagement_fkey
-- expect: error 23514 user_roles_scope_check
INSERT INTO migration.user_roles (user_id, role_type, role_name, scope_type, scope_client_id) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'lead', 'Lead', 'global', 'a0000000-0000-4000-8000-000000000001');
-- expect: error 23514 user_roles_scope_check
INSERT INTO migration.user_roles (user_id, role_type, role_name, scope_type) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'lead', 'Lead', 'client');
-- expect: error 23514 user_roles_scope_check
INSERT INTO migration.user_roles (user_id, role_type, role_name, scope_type, scope_client_id) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'lead', 'Lead', 'engagement',
    'a0000000-0000-4000-8000-000000000001');
-- expect: error 23503 user_roles_scope_engagement_fkey
INSERT INTO migration.user_roles
  (user_id, role_type, role_name, scope_type, scope_client_id, scope_engagement_id)
VALUES
  ('a0000000-0000-4000-8000-000000000011', 'lead', 'Lead', 'engagement',
    'a0000000-0000-4000-8000-000000000001', 'b1000000-0000-4000-8000-000000000001');

-- case: a role counts for nothing once it is past
-- guard: CREATE OR REPLACE FUNCTION migration.has_role(of_user uuid, wanted_type text,
--   in_client uuid DEFAULT NULL, in_engagement uuid DEFAULT NULL) RETURNS boolean LANGUAGE sql AS
--   $$SELECT EXISTS (SELECT FROM migration.user_roles r WHERE r.user_id = of_user AND r.is_active)$$
INSERT INTO migration.user_roles (user_id, role_type, role_name, scope_type, scope_client_id, expires_at)
VALUES
  ('a0000000-0000-4000-8000-000000000011', 'lead', 'Former lead', 'client',
    'a0000000-0000-4000-8000-000000000001', now() - interval '1 second'),
  ('c0000000-0000-4000-8000-000000000011', 'lead', 'Lead', 'client',
    'a0000000-0000-4000-8000-000000000001', now() + interval '1 hour');
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: f
SELECT migration.has_role(
  'a0000000-0000-4000-8000-000000000011', 'lead', 'a0000000-0000-4000-8000-000000000001');
-- expect: t
SELECT migration.has_role(
  'c0000000-0000-4000-8000-000000000011', 'lead', 'a0000000-0000-4000-8000-000000000001');

-- case: a role counts within its scope, and a wider scope covers a narrower one
-- guard: CREATE OR REPLACE FUNCTION migration.has_role(of_user uuid, wanted_type text,
--   in_client uuid DEFAULT NULL, in_engagement uuid DEFAULT NULL) RETURNS boolean LANGUAGE sql AS
--   $$SELECT EXISTS (SELECT FROM migration.user_roles r
--   WHERE r.user_id = of_user AND r.role_type = wanted_type AND r.is_active)$$
-- guard: CREATE OR REPLACE FUNCTION migration.has_role(of_user uuid, wanted_type text,
--   in_client uuid DEFAULT NULL, in_engagement uuid DEFAULT NULL) RETURNS boolean LANGUAGE sql AS
--   $$SELECT EXISTS (SELECT FROM migration.user_roles r WHERE r.user_id = of_user AND r.is_active
--   AND r.scope_client_id = in_client AND r.scope_engagement_id = in_engagement)$$
INSERT INTO migration.user_roles
  (user_id, role_type, role_name, scope_type, scope_client_id, scope_engagement_id, is_active)
VALUES
  ('a0000000-0000-4000-8000-000000000011', 'lead', 'Lead', 'client',
    'a0000000-0000-4000-8000-000000000001', NULL, true),
  ('b0000000-0000-4000-8000-000000000011', 'lead', 'Lead', 'engagement',
    'b0000000-0000-4000-8000-000000000001', 'b1000000-0000-4000-8000-000000000001', true),
  ('c0000000-0000-4000-8000-000000000011', 'lead', 'Lead', 'global', NULL, NULL, true),
  ('d0000000-0000-4000-8000-000000000011', 'lead', 'Lead', 'global', NULL, NULL, false);
-- expect: rows
--   Ada | t | t | f
--   Bo | f | f | f
--   Cleo | t | t | t
--   Dag | f | f | f
SELECT u.first_name,
  migration.has_role(u.id, 'lead', 'a0000000-0000-4000-8000-000000000001'),
  migration.has_role(u.id, 'lead', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001'),
  migration.has_role(u.id, 'lead', 'b0000000-0000-4000-8000-000000000001')
FROM migration.users AS u ORDER BY u.first_name;
-- expect: f
SELECT migration.has_role('a0000000-0000-4000-8000-000000000011', 'admin',
  'a0000000-0000-4000-8000-000000000001');

-- case: find_login finds one address before a client is known, in any case of letters
-- guard: ALTER FUNCTION migration.find_login(text) SECURITY INVOKER
-- guard: REVOKE EXECUTE ON FUNCTION migration.find_login(text) FROM application_role
SET LOCAL ROLE application_role;
-- expect: 0
SELECT count(*) FROM migration.users;
-- expect: c0000000-0000-4000-8000-000000000011 | digest of Cleo | ACTIVE | 2
SELECT id, password_hash, status, cardinality(allowed_clients)
FROM migration.find_login('cleo@EXAMPLE.com');
-- expect: none
SELECT * FROM migration.find_login('%');

-- case: find_login allows a client only while account, access and profile are active
-- guard: CREATE OR REPLACE FUNCTION migration.find_login(email text)
--   RETURNS TABLE (id uuid, password_hash varchar, status varchar, allowed_clients uuid[])
--   LANGUAGE sql SECURITY DEFINER AS $$SELECT u.id, u.password_hash, p.status,
--   ARRAY(SELECT a.client_account_id FROM migration.user_account_associations a WHERE a.user_id = u.id)
--   FROM migration.users u JOIN migration.user_profiles p ON p.user_id = u.id
--   WHERE lower(u.email) = lower($1)$$
INSERT INTO migration.client_access
  (user_profile_id, client_account_id, access_level, granted_by, expires_at)
VALUES
  ('c0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'READ_WRITE',
    'c0000000-0000-4000-8000-000000000011', now() - interval '1 second');
-- expect: {b0000000-0000-4000-8000-000000000001}
SELECT allowed_clients FROM migration.find_login('cleo@example.com');
UPDATE migration.client_accounts SET is_active = false WHERE slug = 'birch';
-- expect: {}
SELECT allowed_clients FROM migration.find_login('cleo@example.com');
-- expect: {}
SELECT allowed_clients FROM migration.find_login('dag@example.com');
UPDATE migration.users SET is_active = false WHERE first_name = 'Ada';
-- expect: SUSPENDED | {}
SELECT status, allowed_clients FROM migration.find_login('ada@alder.example.com');

-- case: an address belongs to one person, in whatever case of letters
-- guard: DROP INDEX migration.ux_users_email_lower
-- expect: error 23505
INSERT INTO migration.users (email) VALUES ('ADA@alder.example.com');

-- case: a person's default engagement is one of the default client, and goes with it
-- guard: ALTER TABLE migration.users DROP CONSTRAINT users_default_engagement_fkey
-- guard: DROP TRIGGER users_default_engagement ON migration.users
-- expect: error 23503 users_default_engagement_fkey
UPDATE migration.users SET default_client_id = 'a0000000-0000-4000-8000-000000000001',
  default_engagement_id = 'b1000000-0000-4000-8000-000000000001'
WHERE first_name = 'Ada';
UPDATE migration.users SET default_client_id = NULL,
  default_engagement_id = 'b1000000-0000-4000-8000-000000000001'
WHERE first_name = 'Ada';
-- expect: t
SELECT default_engagement_id IS NULL FROM migration.users WHERE first_name = 'Ada';

-- case: a forgotten person has no name, no address and no access, and the audit still names the id
-- guard: CREATE OR REPLACE FUNCTION migration.forget_user(person uuid) RETURNS void LANGUAGE sql AS
--   $$UPDATE migration.users SET is_active = false WHERE id = person$$
-- guard: CREATE OR REPLACE FUNCTION migration.forget_user(person uuid) RETURNS void LANGUAGE sql AS
--   $$DELETE FROM migration.users WHERE id = person$$
INSERT INTO migration.access_audit_log (user_id, action_type, result) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'export', 'success');
INSERT INTO migration.user_roles (user_id, role_type, role_name, scope_type) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'support', 'Support', 'global');
SELECT migration.forget_user('a0000000-0000-4000-8000-000000000011');
-- expect: a0000000-0000-4000-8000-000000000011@forgotten.invalid | null | null | f
SELECT email, coalesce(first_name, 'null'), coalesce(password_hash, 'null'), is_active
FROM migration.users WHERE id = 'a0000000-0000-4000-8000-000000000011';
-- expect: SUSPENDED | t
SELECT status, phone_number IS NULL FROM migration.user_profiles
WHERE user_id = 'a0000000-0000-4000-8000-000000000011';
-- expect: f
SELECT migration.has_role('a0000000-0000-4000-8000-000000000011', 'support');
-- expect: 0
SELECT count(*) FROM migration.user_account_associations
WHERE user_id = 'a0000000-0000-4000-8000-000000000011';
-- expect: 1
SELECT count(*) FROM migration.access_audit_log WHERE user_id = 'a0000000-0000-4000-8000-000000000011';

-- case: only operations forget a person, and only one that exists
-- guard: GRANT EXECUTE ON FUNCTION migration.forget_user(uuid) TO application_role
-- guard: CREATE OR REPLACE FUNCTION migration.forget_user(person uuid) RETURNS void LANGUAGE sql AS 'SELECT'
SET LOCAL ROLE application_role;
-- expect: error 42501
SELECT migration.forget_user('a0000000-0000-4000-8000-000000000011');
SET LOCAL ROLE platform_admin_role;
-- expect: error P0002
SELECT migration.forget_user('e0000000-0000-4000-8000-000000000011');

-- case: credentials belong to a client and show to no other
-- guard: ALTER POLICY tenant_isolation ON migration.platform_credentials USING (true)
INSERT INTO migration.platform_credentials
  (client_account_id, platform_adapter_id, credential_name, encrypted_credentials)
SELECT id, 'f0000000-0000-4000-8000-000000000001', slug || ' reader', sha512('invented')
FROM migration.client_accounts;
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: alder reader
SELECT credential_name FROM migration.platform_credentials;

-- case: credentials are taken as ciphertext only
-- guard: ALTER TABLE migration.platform_credentials DROP CONSTRAINT
--   platform_credentials_encrypted_credentials_check
-- expect: error 23514 encrypted_credentials
INSERT INTO migration.platform_credentials
  (client_account_id, platform_adapter_id, credential_name, encrypted_credentials)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'plain',
    convert_to('{"user": "reader", "password": "invented"}', 'UTF8'));
-- expect: error 23514 encrypted_credentials
INSERT INTO migration.platform_credentials
  (client_account_id, platform_adapter_id, credential_name, encrypted_credentials)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'backslashes',
    convert_to('a password with \\200 and \\300 in it, still readable', 'UTF8'));
-- expect: error 23514 encrypted_credentials
INSERT INTO migration.platform_credentials
  (client_account_id, platform_adapter_id, credential_name, encrypted_credentials)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'short',
    '\xff00ff00ff00');
-- expect: 1
INSERT INTO migration.platform_credentials
  (client_account_id, platform_adapter_id, credential_name, encrypted_credentials)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'ciphertext',
    sha512('invented'));

-- case: reporting_role reads neither credentials nor password digests
-- guard: GRANT SELECT ON migration.platform_credentials TO reporting_role
-- guard: GRANT SELECT ON migration.users TO reporting_role
SET LOCAL ROLE reporting_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 2
SELECT count(email) FROM migration.users;
-- expect: error 42501
SELECT password_hash FROM migration.users;
-- expect: error 42501
SELECT count(*) FROM migration.platform_credentials;

-- case: an adapter that credentials use cannot be removed
-- guard: ALTER TABLE migration.platform_credentials
--   DROP CONSTRAINT platform_credentials_platform_adapter_id_fkey
INSERT INTO migration.platform_credentials
  (client_account_id, platform_adapter_id, credential_name, encrypted_credentials)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000001', 'reader',
    sha512('invented'));
-- expect: error 23503|23001
DELETE FROM migration.platform_adapters;

-- case: what all tenants share is read by the runtime and written by operations only
-- guard: GRANT INSERT ON migration.platform_adapters TO application_role
-- guard: GRANT UPDATE ON migration.llm_model_pricing TO application_role
-- guard: GRANT DELETE ON migration.data_retention_rules TO application_role
-- guard: REVOKE SELECT ON migration.platform_adapters FROM application_role
-- guard: REVOKE INSERT ON migration.platform_adapters FROM platform_admin_role
SET LOCAL ROLE application_role;
-- expect: 1
SELECT count(*) FROM migration.platform_adapters;
-- expect: 0
SELECT count(*) FROM migration.llm_model_pricing;
-- expect: 5
SELECT count(*) FROM migration.data_retention_rules;
-- expect: error 42501
INSERT INTO migration.platform_adapters (adapter_name, adapter_type, version)
VALUES ('own', 'discovery', '1.0');
-- expect: error 42501
UPDATE migration.llm_model_pricing SET input_cost_per_1k = 0;
-- expect: error 42501
DELETE FROM migration.data_retention_rules;
SET LOCAL ROLE platform_admin_role;
-- expect: 1
INSERT INTO migration.platform_adapters (adapter_name, adapter_type, version)
VALUES ('scanner', 'discovery', '1.0');

-- case: an adapter has one row per version
-- guard: ALTER TABLE migration.platform_adapters DROP CONSTRAINT platform_adapters_adapter_name_version_key
-- expect: error 23505
INSERT INTO migration.platform_adapters (adapter_name, adapter_type, version)
VALUES ('inventory', 'discovery', '1.0');

-- case: a client takes no more people than its quota
-- guard: DROP TRIGGER user_account_associations_within_quota ON migration.user_account_associations
UPDATE migration.client_accounts SET max_users = 2 WHERE slug = 'alder';
SET LOCAL ROLE platform_admin_role;
-- expect: error 23514 2 users
INSERT INTO migration.user_account_associations (user_id, client_account_id, role) VALUES
  ('d0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'analyst');
RESET ROLE;
-- expect: 1
INSERT INTO migration.user_account_associations (user_id, client_account_id, role) VALUES
  ('d0000000-0000-4000-8000-000000000011', 'b0000000-0000-4000-8000-000000000001', 'analyst');
