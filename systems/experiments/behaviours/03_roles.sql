-- What the three roles may do. app_readonly reads the zones and the log, app_readwrite is the application,
-- app_admin administrates. Which rows they reach is the subject of the two files before.

INSERT INTO auth.users (id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'ada@example.com', '$argon2id$invented');
INSERT INTO projects.projects (id, name, owner_id) VALUES
  ('a0000000-0000-4000-8000-000000000010', 'Compiler', 'a0000000-0000-4000-8000-000000000001');
INSERT INTO projects.policies (id, name, rego_code) VALUES
  ('e0000000-0000-4000-8000-000000000001', 'no secrets in code', 'package secrets');
INSERT INTO experiments_v1.experiments (id, name, config, dataset_id, status, user_id) VALUES
  ('a0000000-0000-4000-8000-000000000020', 'Ada tries', '{}',
    'd0000000-0000-4000-8000-000000000001', 'created', 'a0000000-0000-4000-8000-000000000001');
INSERT INTO providers.user_quotas
  (user_id, daily_limit, monthly_limit, daily_cost_limit, monthly_cost_limit) VALUES
  ('a0000000-0000-4000-8000-000000000001', 100, 3000, 10, 300);
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);

-- case: the roles cannot log in, bypass row security or make other roles
-- guard: ALTER ROLE app_readonly LOGIN
-- guard: ALTER ROLE app_readwrite BYPASSRLS
-- guard: ALTER ROLE app_admin CREATEROLE
-- expect: 3
SELECT count(*) FROM pg_roles
WHERE rolname IN ('app_readonly', 'app_readwrite', 'app_admin')
  AND NOT (rolcanlogin OR rolbypassrls OR rolsuper OR rolcreaterole OR rolcreatedb);

-- case: a role that was granted nothing reaches no schema
-- guard: GRANT USAGE ON SCHEMA auth TO PUBLIC; GRANT SELECT ON auth.users TO PUBLIC
-- guard: GRANT USAGE ON SCHEMA production TO PUBLIC; GRANT SELECT ON production.artifacts TO PUBLIC
-- guard: GRANT USAGE ON SCHEMA audits TO PUBLIC; GRANT SELECT ON audits.audit_log TO PUBLIC
CREATE ROLE experiments_test_visitor;
SET LOCAL ROLE experiments_test_visitor;
-- expect: error 42501
SELECT count(*) FROM auth.users;
-- expect: error 42501
SELECT count(*) FROM production.artifacts;
-- expect: error 42501
SELECT count(*) FROM audits.audit_log;

-- case: app_readonly reads the three zones and the log
-- guard: REVOKE SELECT ON experiments_v1.experiments FROM app_readonly
-- guard: REVOKE SELECT ON production.analysis_sessions FROM app_readonly
-- guard: REVOKE USAGE ON SCHEMA quarantine FROM app_readonly
-- guard: REVOKE USAGE ON SCHEMA audits FROM app_readonly
SET LOCAL ROLE app_readonly;
-- expect: 1
SELECT count(*) FROM experiments_v1.experiments;
-- expect: 0
SELECT count(*) FROM production.analysis_sessions;
-- expect: 0
SELECT count(*) FROM quarantine.statistics;
-- expect: 0
SELECT count(*) FROM audits.audit_log;

-- case: app_readonly reads no accounts, projects, providers and settings
-- guard: GRANT USAGE ON SCHEMA auth TO app_readonly; GRANT SELECT ON auth.users TO app_readonly
-- guard: GRANT USAGE ON SCHEMA projects TO app_readonly; GRANT SELECT ON projects.projects TO app_readonly
-- guard: GRANT USAGE ON SCHEMA providers TO app_readonly;
--     GRANT SELECT ON providers.user_providers TO app_readonly
-- guard: GRANT USAGE ON SCHEMA system TO app_readonly; GRANT SELECT ON system.encryption_keys TO app_readonly
SET LOCAL ROLE app_readonly;
-- expect: error 42501
SELECT count(*) FROM auth.users;
-- expect: error 42501
SELECT count(*) FROM projects.projects;
-- expect: error 42501
SELECT count(*) FROM providers.user_providers;
-- expect: error 42501
SELECT count(*) FROM system.encryption_keys;

-- case: app_readonly writes nothing
-- guard: GRANT INSERT ON experiments_v1.experiments TO app_readonly
-- guard: GRANT UPDATE ON experiments_v1.experiments TO app_readonly
-- guard: GRANT DELETE ON experiments_v1.experiments TO app_readonly
-- guard: GRANT INSERT ON production.artifacts TO app_readonly
-- guard: GRANT INSERT ON audits.audit_log TO app_readonly
SET LOCAL ROLE app_readonly;
-- expect: error 42501
INSERT INTO experiments_v1.experiments (name, config, dataset_id, status, user_id)
VALUES ('x', '{}', 'd0000000-0000-4000-8000-000000000001', 'created', 'a0000000-0000-4000-8000-000000000001');
-- expect: error 42501
UPDATE experiments_v1.experiments SET name = 'x';
-- expect: error 42501
DELETE FROM experiments_v1.experiments;
-- expect: none
SELECT c.oid::regclass
FROM pg_class AS c
WHERE c.relnamespace::regnamespace::text IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  AND c.relkind IN ('r', 'p')
  AND (has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
    OR has_any_column_privilege(c.oid, 'INSERT, UPDATE'));

-- case: app_readwrite reads, adds and changes in the two working zones
-- guard: REVOKE INSERT ON experiments_v1.experiments FROM app_readwrite
-- guard: REVOKE SELECT ON experiments_v1.experiments FROM app_readwrite
-- guard: REVOKE UPDATE ON experiments_v1.experiments FROM app_readwrite
-- guard: REVOKE INSERT ON production.analysis_sessions FROM app_readwrite
SET LOCAL ROLE app_readwrite;
-- expect: 1
INSERT INTO experiments_v1.experiments (name, config, dataset_id, status, user_id)
VALUES ('x', '{}', 'd0000000-0000-4000-8000-000000000001', 'created', 'a0000000-0000-4000-8000-000000000001');
-- expect: 2
UPDATE experiments_v1.experiments SET description = 'x';
-- expect: 2
SELECT count(*) FROM experiments_v1.experiments;
-- expect: 1
INSERT INTO production.analysis_sessions (user_id, project_id, version, status)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000010', 'v2', 'created');

-- case: app_readwrite deletes nothing, from no table
-- guard: GRANT DELETE ON experiments_v1.experiments TO app_readwrite
-- guard: GRANT DELETE ON auth.users TO app_readwrite
-- guard: GRANT TRUNCATE ON providers.usage_tracking TO app_readwrite
-- guard: GRANT DELETE ON ALL TABLES IN SCHEMA production TO app_readwrite
SET LOCAL ROLE app_readwrite;
-- expect: error 42501
DELETE FROM experiments_v1.experiments;
-- expect: error 42501
DELETE FROM auth.users;
-- expect: none
SELECT c.oid::regclass
FROM pg_class AS c
WHERE c.relnamespace::regnamespace::text IN (
    'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  AND c.relkind IN ('r', 'p') AND has_table_privilege(c.oid, 'DELETE, TRUNCATE');

-- case: of the log app_readwrite has INSERT and nothing else
-- guard: REVOKE INSERT ON audits.audit_log FROM app_readwrite
-- guard: GRANT SELECT ON audits.audit_log TO app_readwrite
-- guard: GRANT UPDATE ON audits.audit_log TO app_readwrite
-- guard: GRANT DELETE ON audits.audit_log TO app_readwrite
-- guard: GRANT TRUNCATE ON audits.audit_log TO app_readwrite
SET LOCAL ROLE app_readwrite;
-- expect: 1
INSERT INTO audits.audit_log (entity_type, action, user_id)
VALUES ('report', 'EXPORT', 'a0000000-0000-4000-8000-000000000001');
-- expect: error 42501
SELECT count(*) FROM audits.audit_log;
-- expect: error 42501
UPDATE audits.audit_log SET payload = '{}';
-- expect: error 42501
DELETE FROM audits.audit_log;
-- expect: error 42501
TRUNCATE audits.audit_log;

-- case: app_readwrite makes nobody an administrator and reactivates no account
-- guard: GRANT UPDATE (role) ON auth.users TO app_readwrite
-- guard: GRANT UPDATE (is_active) ON auth.users TO app_readwrite
-- guard: GRANT INSERT (role) ON auth.users TO app_readwrite
SET LOCAL ROLE app_readwrite;
-- expect: error 42501
UPDATE auth.users SET role = 'admin' WHERE id = 'a0000000-0000-4000-8000-000000000001';
-- expect: error 42501
UPDATE auth.users SET is_active = true WHERE id = 'a0000000-0000-4000-8000-000000000001';
SELECT set_config('app.current_user_id', 'b0000000-0000-4000-8000-000000000001', true);
-- expect: error 42501
INSERT INTO auth.users (id, email, password_hash, role)
VALUES ('b0000000-0000-4000-8000-000000000001', 'ben@example.com', '$argon2id$invented', 'admin');

-- case: a user writes neither his quota nor his alerts
-- guard: GRANT UPDATE ON providers.user_quotas TO app_readwrite
-- guard: GRANT INSERT ON providers.cost_alerts TO app_readwrite
-- guard: GRANT UPDATE (threshold_percentage) ON providers.cost_alerts TO app_readwrite
SET LOCAL ROLE app_readwrite;
-- expect: error 42501
UPDATE providers.user_quotas SET daily_limit = 1000000;
-- expect: error 42501
INSERT INTO providers.cost_alerts (user_id, alert_type, threshold_percentage)
VALUES ('a0000000-0000-4000-8000-000000000001', 'daily_80', 80);
-- expect: error 42501
UPDATE providers.cost_alerts SET threshold_percentage = 10;

-- case: the application does not write the catalogue, the policies and their links to projects
-- guard: GRANT INSERT ON projects.project_policies TO app_readwrite
-- guard: GRANT UPDATE ON projects.policies TO app_readwrite
-- guard: GRANT UPDATE ON providers.providers TO app_readwrite
SET LOCAL ROLE app_readwrite;
-- expect: error 42501
INSERT INTO projects.project_policies (project_id, policy_id)
VALUES ('a0000000-0000-4000-8000-000000000010', 'e0000000-0000-4000-8000-000000000001');
-- expect: error 42501
UPDATE projects.policies SET active = false;
-- expect: error 42501
UPDATE providers.providers SET cost_per_1k_tokens = 0;

-- case: the application reads no setting of the platform and no quarantine
-- guard: GRANT SELECT ON system.encryption_keys TO app_readwrite
-- guard: GRANT SELECT ON system.retention_policies TO app_readwrite
-- guard: GRANT USAGE ON SCHEMA quarantine TO app_readwrite;
--     GRANT SELECT ON quarantine.quarantined_records TO app_readwrite
SET LOCAL ROLE app_readwrite;
-- expect: error 42501
SELECT count(*) FROM system.encryption_keys;
-- expect: error 42501
SELECT count(*) FROM system.retention_policies;
-- expect: error 42501
SELECT count(*) FROM quarantine.quarantined_records;

-- case: a table made later is read by app_readonly and written, but not emptied, by app_readwrite
-- guard: ALTER DEFAULT PRIVILEGES IN SCHEMA production REVOKE SELECT ON TABLES FROM app_readonly
-- guard: ALTER DEFAULT PRIVILEGES IN SCHEMA production REVOKE INSERT ON TABLES FROM app_readwrite
-- guard: ALTER DEFAULT PRIVILEGES IN SCHEMA production GRANT DELETE ON TABLES TO app_readwrite
CREATE TABLE production.later (id integer);
SET LOCAL ROLE app_readonly;
-- expect: 0
SELECT count(*) FROM production.later;
SET LOCAL ROLE app_readwrite;
-- expect: 1
INSERT INTO production.later VALUES (1);
-- expect: error 42501
DELETE FROM production.later;

-- case: app_admin has every right on the tables of all schemas but the log
-- guard: REVOKE DELETE ON experiments_v1.experiments FROM app_admin
-- guard: REVOKE SELECT ON system.encryption_keys FROM app_admin
-- guard: REVOKE UPDATE ON providers.user_quotas FROM app_admin
SET LOCAL ROLE app_admin;
-- expect: 1
DELETE FROM experiments_v1.experiments;
-- expect: 0
SELECT count(*) FROM system.encryption_keys;
-- expect: 1
UPDATE providers.user_quotas SET daily_limit = 200;

-- case: app_admin reads the log and adds to it, and has no other right on it, not even a trigger
-- guard: REVOKE SELECT ON audits.audit_log FROM app_admin, app_readonly
-- guard: GRANT UPDATE ON audits.audit_log TO app_admin
-- guard: GRANT DELETE ON audits.audit_log TO app_admin
-- guard: GRANT TRUNCATE ON audits.audit_log TO app_admin
-- guard: GRANT TRIGGER ON ALL TABLES IN SCHEMA audits TO app_admin
SET LOCAL ROLE app_admin;
-- expect: 1
SELECT count(*) FROM audits.audit_log;
-- expect: error 42501
UPDATE audits.audit_log SET payload = '{}';
-- expect: error 42501
DELETE FROM audits.audit_log;
-- expect: error 42501
TRUNCATE audits.audit_log;
-- expect: error 42501
CREATE TRIGGER rewrite BEFORE INSERT ON audits.audit_log
  FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- case: app_admin drops no month of the log, neither by DROP nor by the retention function
-- guard: ALTER TABLE audits.audit_log_2025_01 OWNER TO app_admin
-- guard: GRANT EXECUTE ON FUNCTION audits.drop_partitions_older_than(integer, boolean) TO app_admin
SET LOCAL ROLE app_admin;
-- expect: error 42501
DROP TABLE audits.audit_log_2025_01;
-- expect: error 42501
SELECT count(*) FROM audits.drop_partitions_older_than(2555, true);

-- case: only an administrator checks the chain
-- guard: GRANT EXECUTE ON FUNCTION audits.verify_chain() TO app_readwrite;
--     GRANT SELECT ON audits.audit_log TO app_readwrite;
--     GRANT EXECUTE ON FUNCTION audits.entry_signature(audits.audit_log) TO app_readwrite
-- guard: REVOKE EXECUTE ON FUNCTION audits.verify_chain() FROM app_admin
SET LOCAL ROLE app_readwrite;
-- expect: error 42501
SELECT count(*) FROM audits.verify_chain();
SET LOCAL ROLE app_admin;
-- expect: 0
SELECT count(*) FROM audits.verify_chain();

-- case: encryption and the look-up of a login are for the application, not for readers
-- guard: GRANT USAGE ON SCHEMA system TO app_readonly;
--     GRANT EXECUTE ON FUNCTION system.decrypt_data(bytea, uuid) TO app_readonly
-- guard: GRANT USAGE ON SCHEMA auth TO app_readonly;
--     GRANT EXECUTE ON FUNCTION auth.find_login(text) TO app_readonly
-- guard: REVOKE EXECUTE ON FUNCTION auth.find_login(text) FROM app_readwrite
SET LOCAL ROLE app_readonly;
-- expect: error 42501
SELECT system.decrypt_data(NULL, NULL);
-- expect: error 42501
SELECT * FROM auth.find_login('ada@example.com');
SET LOCAL ROLE app_readwrite;
-- expect: 1
SELECT count(*) FROM auth.find_login('ada@example.com');

-- case: a writer cannot put the audit trigger onto a table of his own to write false history
-- guard: GRANT EXECUTE ON FUNCTION audits.log_sensitive_operation() TO app_readwrite
SET LOCAL ROLE app_readwrite;
CREATE TEMPORARY TABLE invented (id uuid);
-- expect: error 42501
CREATE TRIGGER invented AFTER INSERT ON invented
  FOR EACH ROW EXECUTE FUNCTION audits.log_sensitive_operation();
