-- The two audits: written by the application, changed by nobody, and marked as reviewed once.

INSERT INTO migration.client_accounts (id, name, slug) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Freight', 'alder'),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Clinics', 'birch');
INSERT INTO migration.security_audit_logs
  (id, client_account_id, event_type, event_category, actor_user_id, description)
SELECT id, id, 'export', 'data', 'someone', slug FROM migration.client_accounts;
INSERT INTO migration.security_audit_logs (id, event_type, event_category, actor_user_id, description) VALUES
  ('c0000000-0000-4000-8000-000000000001', 'upkeep', 'admin', 'operator', 'platform');
INSERT INTO migration.access_audit_log (id, client_account_id, user_id, action_type, result)
SELECT id, id, id, 'read', 'success' FROM migration.client_accounts;

-- case: no trigger lets an entry be changed or deleted, not even for a superuser
-- guard: DROP TRIGGER security_audit_logs_append_only ON migration.security_audit_logs
-- guard: DROP TRIGGER access_audit_log_append_only ON migration.access_audit_log
-- expect: error 42501 append-only
UPDATE migration.security_audit_logs SET description = 'nothing happened';
-- expect: error 42501 append-only
DELETE FROM migration.security_audit_logs;
-- expect: error 42501 append-only
UPDATE migration.access_audit_log SET result = 'failure';
-- expect: error 42501 append-only
DELETE FROM migration.access_audit_log;

-- case: the audits cannot be emptied, by table or by partition
-- guard: DROP TRIGGER security_audit_logs_no_truncate ON migration.security_audit_logs;
--   DO $$DECLARE part regclass; BEGIN FOR part IN SELECT inhrelid::regclass FROM pg_inherits
--   WHERE inhparent = 'migration.security_audit_logs'::regclass
--   LOOP EXECUTE format('DROP TRIGGER security_audit_logs_no_truncate ON %s', part); END LOOP; END$$
-- guard: DROP TRIGGER security_audit_logs_no_truncate ON migration.security_audit_logs_default
-- guard: DROP TRIGGER access_audit_log_no_truncate ON migration.access_audit_log
-- expect: error 42501 append-only
TRUNCATE migration.security_audit_logs;
-- expect: error 42501 append-only
TRUNCATE migration.security_audit_logs_default;
-- expect: error 42501 append-only
TRUNCATE migration.access_audit_log;

-- case: a partition of the audit that was made later cannot be emptied either
-- guard: CREATE OR REPLACE FUNCTION migration.protect_partition(parent text, part text) RETURNS void
--   LANGUAGE sql AS 'SELECT'
SELECT migration.ensure_partitions('security_audit_logs', '2041-01-01', '2041-01-01');
-- expect: error 42501 append-only
TRUNCATE migration.security_audit_logs_2041_01;

-- case: the application writes entries and has no right to change them
-- guard: GRANT UPDATE ON migration.security_audit_logs TO application_role;
--   DROP TRIGGER security_audit_logs_append_only ON migration.security_audit_logs
-- guard: GRANT DELETE ON migration.security_audit_logs TO application_role;
--   DROP TRIGGER security_audit_logs_append_only ON migration.security_audit_logs
-- guard: GRANT UPDATE ON migration.access_audit_log TO application_role;
--   DROP TRIGGER access_audit_log_append_only ON migration.access_audit_log
-- guard: GRANT DELETE ON migration.access_audit_log TO application_role;
--   DROP TRIGGER access_audit_log_append_only ON migration.access_audit_log
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: 1
INSERT INTO migration.access_audit_log (client_account_id, user_id, action_type, result) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'read', 'success');
-- expect: error 42501
UPDATE migration.security_audit_logs SET description = 'nothing happened';
-- expect: error 42501
DELETE FROM migration.security_audit_logs;
-- expect: error 42501
UPDATE migration.access_audit_log SET result = 'failure';
-- expect: error 42501
DELETE FROM migration.access_audit_log;

-- case: operations have no right to change the audits either
-- guard: GRANT DELETE ON migration.security_audit_logs TO platform_admin_role;
--   DROP TRIGGER security_audit_logs_append_only ON migration.security_audit_logs
-- guard: GRANT UPDATE ON migration.access_audit_log TO platform_admin_role;
--   DROP TRIGGER access_audit_log_append_only ON migration.access_audit_log
SET LOCAL ROLE platform_admin_role;
-- expect: error 42501
DELETE FROM migration.security_audit_logs;
-- expect: error 42501
UPDATE migration.access_audit_log SET result = 'failure';

-- case: an event is marked as reviewed once, by time and person together
-- guard: DROP TRIGGER security_audit_logs_append_only ON migration.security_audit_logs
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: error 42501 append-only
UPDATE migration.security_audit_logs SET reviewed_at = now();
-- expect: 1
UPDATE migration.security_audit_logs SET reviewed_at = now(), reviewed_by = 'auditor';
-- expect: error 42501 append-only
UPDATE migration.security_audit_logs SET reviewed_at = now(), reviewed_by = 'somebody else';
-- expect: error 42501 append-only
UPDATE migration.security_audit_logs SET reviewed_at = NULL, reviewed_by = NULL;

-- case: a review changes nothing but its own columns
-- guard: DROP TRIGGER security_audit_logs_append_only ON migration.security_audit_logs
-- expect: error 42501 append-only
UPDATE migration.security_audit_logs SET reviewed_at = now(), reviewed_by = 'auditor', is_suspicious = false,
  severity = 'CRITICAL';

-- case: a client sees its own entries, and those of the platform only operations
-- guard: ALTER POLICY tenant_isolation ON migration.security_audit_logs USING (true)
-- guard: ALTER POLICY tenant_isolation ON migration.security_audit_logs
--   USING (client_account_id IS NULL OR client_account_id = migration.current_client_id())
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: alder
SELECT description FROM migration.security_audit_logs;
SET LOCAL ROLE platform_admin_role;
-- expect: 3
SELECT count(*) FROM migration.security_audit_logs;

-- case: a client writes no entry for another client or for the platform
-- guard: ALTER POLICY tenant_isolation ON migration.security_audit_logs WITH CHECK (true)
SET LOCAL ROLE application_role;
SELECT migration.set_tenant_context('a0000000-0000-4000-8000-000000000001');
-- expect: error 42501 row-level security
INSERT INTO migration.security_audit_logs
  (client_account_id, event_type, event_category, actor_user_id, description)
VALUES ('b0000000-0000-4000-8000-000000000001', 'export', 'data', 'someone', 'forged');
-- expect: error 42501 row-level security
INSERT INTO migration.security_audit_logs (event_type, event_category, actor_user_id, description)
VALUES ('upkeep', 'admin', 'someone', 'forged');

-- case: entries outlive the client they name, unless it is purged
-- guard: ALTER TABLE migration.access_audit_log ADD FOREIGN KEY (client_account_id)
--   REFERENCES migration.client_accounts
-- expect: 1
DELETE FROM migration.client_accounts WHERE slug = 'birch';
-- expect: 1
SELECT count(*) FROM migration.access_audit_log
WHERE client_account_id = 'b0000000-0000-4000-8000-000000000001';
SELECT migration.purge_tenant('a0000000-0000-4000-8000-000000000001', 'alder');
-- expect: 0
SELECT count(*) FROM migration.access_audit_log
WHERE client_account_id = 'a0000000-0000-4000-8000-000000000001';
