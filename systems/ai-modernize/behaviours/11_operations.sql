-- What operations do: widen a list of values, remove a client, and ask whether this may be production.

INSERT INTO migration.client_accounts (id, name, slug) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Freight', 'alder'),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Clinics', 'birch');
INSERT INTO migration.engagements (id, client_account_id, name, slug) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'First', 'first'),
  ('b1000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'First', 'first');
-- Ada works for Alder, Cleo for both, and Eve is an administrator who helps Alder.
INSERT INTO migration.users (id, email, is_admin) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'ada@alder.example.com', false),
  ('c0000000-0000-4000-8000-000000000011', 'cleo@example.com', false),
  ('e0000000-0000-4000-8000-000000000011', 'eve@example.com', true);
INSERT INTO migration.user_account_associations (user_id, client_account_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'analyst'),
  ('c0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'analyst'),
  ('c0000000-0000-4000-8000-000000000011', 'b0000000-0000-4000-8000-000000000001', 'analyst'),
  ('e0000000-0000-4000-8000-000000000011', 'a0000000-0000-4000-8000-000000000001', 'support');
INSERT INTO migration.assets (id, client_account_id, engagement_id, name, asset_type, six_r_strategy) VALUES
  ('a1000000-0000-4000-8000-000000000021', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'orders', 'server', 'retain');

-- case: a list of values takes one more
-- guard: CREATE OR REPLACE FUNCTION migration.extend_check(of_table text, of_column text, new_values text[])
--   RETURNS void LANGUAGE sql AS 'SELECT'
SET LOCAL ROLE platform_admin_role;
SELECT migration.extend_check('assets', 'six_r_strategy',
  ARRAY['rehost', 'replatform', 'refactor', 'repurchase', 'retire', 'retain', 'rewrite']);
-- expect: 1
UPDATE migration.assets SET six_r_strategy = 'rewrite';
-- expect: error 23514 assets_six_r_strategy_check
UPDATE migration.assets SET six_r_strategy = 'reinvent';

-- case: a value that rows use cannot leave the list, one that none uses can
-- guard: CREATE OR REPLACE FUNCTION migration.extend_check(of_table text, of_column text, new_values text[])
--   RETURNS void LANGUAGE plpgsql AS $$BEGIN EXECUTE format('ALTER TABLE migration.%I DROP CONSTRAINT %I',
--   of_table, format('%s_%s_check', of_table, of_column)); END$$
-- expect: error 23514 in use
SELECT migration.extend_check('assets', 'six_r_strategy', ARRAY['rehost', 'retire']);
SELECT migration.extend_check('assets', 'six_r_strategy', ARRAY['rehost', 'retain']);
-- expect: error 23514 assets_six_r_strategy_check
UPDATE migration.assets SET six_r_strategy = 'retire';

-- case: only lists of values can be replaced, by whole lists that fit
-- guard: CREATE OR REPLACE FUNCTION migration.extend_check(of_table text, of_column text, new_values text[])
--   RETURNS void LANGUAGE sql AS 'SELECT'
-- expect: error 42704
SELECT migration.extend_check('assets', 'migration_priority', ARRAY['11']);
-- expect: error 42704
SELECT migration.extend_check('assets', 'name', ARRAY['orders']);
-- expect: error 42704
SELECT migration.extend_check('no_table', 'status', ARRAY['x']);
-- expect: error 22023
SELECT migration.extend_check('assets', 'six_r_strategy', ARRAY[]::text[]);
-- expect: error 22023
SELECT migration.extend_check('assets', 'six_r_strategy', ARRAY['retain', NULL]);
-- expect: error 22001
SELECT migration.extend_check('assets', 'six_r_strategy', ARRAY['retain',
  'a strategy with a very long name']);

-- case: a value with quotes in it is a value and nothing else
-- guard: CREATE OR REPLACE FUNCTION migration.extend_check(of_table text, of_column text, new_values text[])
--   RETURNS void LANGUAGE plpgsql AS $$BEGIN EXECUTE format('ALTER TABLE migration.%I DROP CONSTRAINT %I',
--   of_table, format('%s_%s_check', of_table, of_column)); END$$
SELECT migration.extend_check('assets', 'six_r_strategy', ARRAY['retain', 'x'') OR (true', 'it''s']);
-- expect: 1
UPDATE migration.assets SET six_r_strategy = 'it''s';
-- expect: error 23514
UPDATE migration.assets SET six_r_strategy = 'x';

-- case: nothing but a test tenant is removed without its slug as confirmation
-- guard: CREATE OR REPLACE FUNCTION migration.purge_tenant(client uuid, confirm text DEFAULT NULL) RETURNS
--   jsonb
--   LANGUAGE sql AS $$DELETE FROM migration.client_accounts WHERE id = client; SELECT '{}'::jsonb$$
-- expect: error 42501 confirmation
SELECT migration.purge_tenant('a0000000-0000-4000-8000-000000000001');
-- expect: error 42501 confirmation
SELECT migration.purge_tenant('a0000000-0000-4000-8000-000000000001', 'birch');
-- expect: error 42501 confirmation
SELECT migration.purge_tenant('a9000000-0000-4000-8000-000000000001', 'alder');
-- expect: error 42501 confirmation
SELECT migration.purge_tenant(NULL, 'alder');
-- expect: 2
SELECT count(*) FROM migration.client_accounts;

-- case: the test tenants are removed without a confirmation, also when they are not there
-- guard: CREATE OR REPLACE FUNCTION migration.is_test_tenant(client uuid) RETURNS boolean LANGUAGE sql
--   IMMUTABLE
--   RETURN false
INSERT INTO migration.client_accounts (id, name, slug) VALUES
  ('11111111-1111-1111-1111-111111111111', 'Test one', 'test-one');
-- expect: {"client_accounts": 1}
SELECT migration.purge_tenant('11111111-1111-1111-1111-111111111111');
-- expect: {}
SELECT migration.purge_tenant('22222222-2222-2222-2222-222222222222');

-- case: a purge removes the client and who worked for it only, says how much, and notes it for the platform
-- guard: CREATE OR REPLACE FUNCTION migration.purge_tenant(client uuid, confirm text DEFAULT NULL) RETURNS
--   jsonb
--   LANGUAGE sql AS $$DELETE FROM migration.client_accounts WHERE id = client;
--   SELECT '{"assets": 1, "users": 1, "engagements": 1}'::jsonb$$
SET LOCAL ROLE platform_admin_role;
-- expect: 1 | 1 | 1
SELECT p ->> 'assets', p ->> 'users', p ->> 'engagements'
FROM migration.purge_tenant('a0000000-0000-4000-8000-000000000001', 'alder') AS p;
-- expect: birch
SELECT slug FROM migration.client_accounts;
-- expect: rows
--   cleo@example.com
--   eve@example.com
SELECT email FROM migration.users ORDER BY email;
-- expect: a0000000-0000-4000-8000-000000000001 | CRITICAL | t
SELECT target_id, severity, client_account_id IS NULL FROM migration.security_audit_logs
WHERE event_type = 'tenant_purged';

-- case: a person whom rows of others name is forgotten instead of removed
-- guard: CREATE OR REPLACE FUNCTION migration.forget_user(person uuid) RETURNS void LANGUAGE sql AS 'SELECT'
INSERT INTO migration.data_imports
  (client_account_id, engagement_id, import_name, import_type, filename, imported_by)
VALUES
  ('b0000000-0000-4000-8000-000000000001', 'b1000000-0000-4000-8000-000000000001', 'servers', 'cmdb',
    'servers.csv', 'a0000000-0000-4000-8000-000000000011');
SELECT migration.purge_tenant('a0000000-0000-4000-8000-000000000001', 'alder');
-- expect: a0000000-0000-4000-8000-000000000011@forgotten.invalid
SELECT email FROM migration.users WHERE id = 'a0000000-0000-4000-8000-000000000011';

-- case: the functions of operations are for operations only
-- guard: GRANT EXECUTE ON FUNCTION migration.purge_tenant(uuid, text) TO application_role
-- guard: GRANT EXECUTE ON FUNCTION migration.extend_check(text, text, text[]) TO reporting_role
-- guard: GRANT EXECUTE ON FUNCTION migration.purge_tenant(uuid, text) TO PUBLIC
SET LOCAL ROLE application_role;
-- expect: error 42501 permission denied
SELECT migration.purge_tenant('a0000000-0000-4000-8000-000000000001', 'alder');
-- expect: error 42501 permission denied
SELECT migration.extend_check('assets', 'six_r_strategy', ARRAY['retain']);
SET LOCAL ROLE reporting_role;
-- expect: error 42501 permission denied
SELECT migration.purge_tenant('a0000000-0000-4000-8000-000000000001', 'alder');
-- expect: error 42501 permission denied
SELECT migration.extend_check('assets', 'six_r_strategy', ARRAY['retain']);

-- case: production refuses to start while a test tenant exists
-- guard: CREATE OR REPLACE FUNCTION migration.assert_production_ready() RETURNS void LANGUAGE sql AS 'SELECT'
-- guard: ALTER FUNCTION migration.assert_production_ready() SECURITY INVOKER
SET LOCAL ROLE application_role;
-- expect: 1
SELECT count(*) FROM (SELECT migration.assert_production_ready()) AS started;
RESET ROLE;
INSERT INTO migration.client_accounts (id, name, slug) VALUES
  ('22222222-2222-2222-2222-222222222222', 'Test two', 'test-two');
SET LOCAL ROLE application_role;
-- expect: error 55000 test tenant
SELECT migration.assert_production_ready();

-- case: no table marks rows as made up, and no column is of an enum type
-- guard: ALTER TABLE migration.assets ADD COLUMN is_mock boolean
-- guard: CREATE TYPE migration.phase AS ENUM ('discovery');
--   ALTER TABLE migration.assets ADD COLUMN phase migration.phase
-- expect: none
SELECT a.attrelid::regclass, a.attname
FROM pg_attribute AS a
JOIN pg_class AS c ON c.oid = a.attrelid AND c.relnamespace = 'migration'::regnamespace
JOIN pg_type AS t ON t.oid = a.atttypid
WHERE a.attnum > 0 AND NOT a.attisdropped AND (a.attname = 'is_mock' OR t.typtype = 'e');
