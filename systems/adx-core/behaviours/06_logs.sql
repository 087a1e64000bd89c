-- Four logs are written once: audit_logs, login_attempts, file_access_logs and user_activity_log. Entries go
-- by retention, with a tenant that is erased, or with the parent they are about.

INSERT INTO tenants (id, name, slug, admin_email) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'Alder Analytics', 'alder', 'ops@alder.example.com'),
  ('b0000000-0000-4000-8000-000000000000', 'Birch Bakery', 'birch', 'ops@birch.example.com');
INSERT INTO users (id, tenant_id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000000', 'ada@example.com', 'hash'),
  ('b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000000', 'bo@example.com', 'hash');
INSERT INTO files (id, tenant_id, user_id, filename, original_filename, mime_type, file_size, storage_path)
VALUES ('a0000000-0000-4000-8000-0000000000f1', 'a0000000-0000-4000-8000-000000000000',
  'a0000000-0000-4000-8000-000000000001', 'q1.txt', 'q1.txt', 'text/plain', 1, '/q1');
INSERT INTO audit_logs (tenant_id, user_id, action, resource_type) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'user.login', 'user');
INSERT INTO login_attempts (tenant_id, email, ip_address, success) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'ada@example.com', '192.0.2.1', true);
INSERT INTO file_access_logs (tenant_id, file_id, user_id, access_type) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-0000000000f1',
    'a0000000-0000-4000-8000-000000000001', 'view');
INSERT INTO user_activity_log (tenant_id, user_id, activity_type) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'login');

-- case: an audit entry cannot be changed or deleted, not even by a superuser
-- guard: DROP TRIGGER audit_logs_append_only ON audit_logs
-- expect: error 42501 append-only: update refused
UPDATE audit_logs SET action = 'nothing happened';
-- expect: error 42501 append-only: delete refused
DELETE FROM audit_logs;

-- case: a login attempt cannot be changed or deleted
-- guard: DROP TRIGGER login_attempts_append_only ON login_attempts
-- expect: error 42501 append-only
UPDATE login_attempts SET success = false;
-- expect: error 42501 append-only
DELETE FROM login_attempts;

-- case: a logged file access cannot be changed or deleted
-- guard: DROP TRIGGER file_access_logs_append_only ON file_access_logs
-- expect: error 42501 append-only
UPDATE file_access_logs SET access_type = 'upload';
-- expect: error 42501 append-only
DELETE FROM file_access_logs;

-- case: a logged activity cannot be changed or deleted
-- guard: DROP TRIGGER user_activity_log_append_only ON user_activity_log
-- expect: error 42501 append-only
UPDATE user_activity_log SET activity_type = 'logout';
-- expect: error 42501 append-only
DELETE FROM user_activity_log;

-- case: no log can be truncated
-- guard: DROP TRIGGER audit_logs_no_truncate ON audit_logs
-- guard: DROP TRIGGER login_attempts_no_truncate ON login_attempts
-- guard: DROP TRIGGER file_access_logs_no_truncate ON file_access_logs
-- guard: DROP TRIGGER user_activity_log_no_truncate ON user_activity_log
-- expect: error 42501 append-only: truncate refused
TRUNCATE audit_logs;
-- expect: error 42501 append-only: truncate refused
TRUNCATE login_attempts;
-- expect: error 42501 append-only: truncate refused
TRUNCATE file_access_logs;
-- expect: error 42501 append-only: truncate refused
TRUNCATE user_activity_log;

-- case: neither the application nor operations has the right to change a log
-- guard: GRANT UPDATE ON audit_logs TO adx_app; DROP TRIGGER audit_logs_append_only ON audit_logs
-- guard: GRANT DELETE ON login_attempts TO adx_admin;
--   DROP TRIGGER login_attempts_append_only ON login_attempts
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: error 42501
UPDATE audit_logs SET action = 'nothing happened';
SET LOCAL ROLE adx_admin;
-- expect: error 42501
DELETE FROM login_attempts;

-- case: the application writes entries of its tenant
-- guard: REVOKE INSERT ON audit_logs FROM adx_app
SET LOCAL ROLE adx_app;
SELECT set_tenant_context('a0000000-0000-4000-8000-000000000000');
-- expect: 1
INSERT INTO audit_logs (tenant_id, user_id, action, resource_type)
VALUES ('a0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'file.read', 'file');

-- case: not even the owner of the table forgets who did it while that user exists
-- guard: DROP TRIGGER audit_logs_append_only ON audit_logs
-- guard: CREATE OR REPLACE FUNCTION parent_is_gone(parent_table text, parent_id uuid) RETURNS boolean
--   LANGUAGE sql RETURN true
CREATE POLICY owner_sees_all ON audit_logs TO adx_owner USING (true) WITH CHECK (true);
SET LOCAL ROLE adx_owner;
-- expect: error 42501 append-only
UPDATE audit_logs SET user_id = NULL;

-- case: an entry outlives the user it names, without the name
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_append_only'::regproc),
--   'IF before = after THEN', 'IF false THEN'); END $do$
-- guard: ALTER TABLE audit_logs DROP CONSTRAINT audit_logs_user_id_fkey
-- expect: 1
DELETE FROM users WHERE id = 'a0000000-0000-4000-8000-000000000001';
-- expect: user.login | t
SELECT action, user_id IS NULL FROM audit_logs;
-- expect: 0
SELECT count(*) FROM user_activity_log;

-- case: an access outlives the user it names, and goes with its file
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_append_only'::regproc),
--   'IF TG_OP = ''DELETE'' THEN', 'IF false THEN'); END $do$
INSERT INTO tenant_memberships (tenant_id, user_id)
VALUES ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-000000000001');
UPDATE files SET user_id = 'b0000000-0000-4000-8000-000000000001';
-- expect: 1
DELETE FROM users WHERE id = 'a0000000-0000-4000-8000-000000000001';
-- expect: t
SELECT user_id IS NULL FROM file_access_logs;
-- expect: 1
DELETE FROM files;
-- expect: 0
SELECT count(*) FROM file_access_logs;

-- case: entries outlive a tenant that is deleted without erasure
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_append_only'::regproc),
--   'IF before = after THEN', 'IF false THEN'); END $do$
-- expect: 1
DELETE FROM tenants WHERE id = 'a0000000-0000-4000-8000-000000000000';
-- expect: 1 | 1
SELECT (SELECT count(*) FROM audit_logs WHERE tenant_id IS NULL),
  (SELECT count(*) FROM login_attempts WHERE tenant_id IS NULL);

-- case: without a rule of the tenant, entries are kept for 2555 days
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('purge_expired_logs'::regproc),
--   'WHERE entry.%2$I < now() - make_interval(days => 2555)', 'WHERE entry.%2$I < now()'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('purge_expired_logs'::regproc),
--   '2555)', '25550)'); END $do$
INSERT INTO audit_logs (tenant_id, action, resource_type, created_at) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'kept', 'r', now() - interval '2554 days'),
  ('a0000000-0000-4000-8000-000000000000', 'gone', 'r', now() - interval '2556 days'),
  (NULL, 'gone', 'r', now() - interval '2556 days');
SET LOCAL ROLE adx_admin;
-- expect: 2
SELECT rows_deleted FROM purge_expired_logs() WHERE table_name = 'audit_logs';
-- expect: 0
SELECT count(*) FROM audit_logs WHERE action = 'gone';

-- case: the longest retention of the enabled rules of a tenant counts, for that tenant and each log
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('purge_expired_logs'::regproc),
--   'max(coalesce', 'min(coalesce'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('purge_expired_logs'::regproc),
--   'entry.tenant_id = rule.tenant_id AND', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('purge_expired_logs'::regproc),
--   'WHERE c.is_enabled', ''); END $do$
INSERT INTO tenant_compliance (tenant_id, compliance_type, is_enabled, audit_log_retention_days) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'gdpr', true, 30),
  ('a0000000-0000-4000-8000-000000000000', 'sox', true, 90),
  ('a0000000-0000-4000-8000-000000000000', 'hipaa', false, 900);
INSERT INTO audit_logs (tenant_id, action, resource_type, created_at) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'kept', 'r', now() - interval '60 days'),
  ('a0000000-0000-4000-8000-000000000000', 'gone', 'r', now() - interval '91 days'),
  ('b0000000-0000-4000-8000-000000000000', 'kept', 'r', now() - interval '91 days');
INSERT INTO login_attempts (tenant_id, email, ip_address, success, attempted_at) VALUES
  ('a0000000-0000-4000-8000-000000000000', 'ada@example.com', '192.0.2.1', true, now() - interval '91 days');
SET LOCAL ROLE adx_admin;
-- expect: rows
--   audit_logs | 1
--   file_access_logs | 0
--   login_attempts | 1
--   user_activity_log | 0
SELECT table_name, rows_deleted FROM purge_expired_logs() ORDER BY table_name;
-- expect: 2
SELECT count(*) FROM audit_logs WHERE action = 'kept';

-- case: a retention of no days or fewer is refused
-- guard: ALTER TABLE tenant_compliance DROP CONSTRAINT tenant_compliance_audit_log_retention_days_check
-- expect: error 23514
INSERT INTO tenant_compliance (tenant_id, compliance_type, is_enabled, audit_log_retention_days)
VALUES ('a0000000-0000-4000-8000-000000000000', 'gdpr', true, 0);

-- case: the application can neither purge logs nor ask which ids exist
-- guard: GRANT EXECUTE ON FUNCTION purge_expired_logs() TO adx_app
-- guard: GRANT EXECUTE ON FUNCTION parent_is_gone(text, uuid) TO adx_app
SET LOCAL ROLE adx_app;
-- expect: error 42501
SELECT purge_expired_logs();
-- expect: error 42501
SELECT parent_is_gone('users', 'a0000000-0000-4000-8000-000000000001');
