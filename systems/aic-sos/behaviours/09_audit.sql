-- The audit log: append-only, hash-chained, masked, purged from its beginning only, exported.

INSERT INTO tenants (tenant_id, name, region) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Alder Works', 'us-east-1'),
  ('b0000000-0000-4000-8000-000000000001', 'Birch Labs', 'eu-west-1');
INSERT INTO workspaces (workspace_id, tenant_id, name, region) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'main', 'us-east-1'),
  ('a1000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'lab', 'us-east-1'),
  ('b1000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'main', 'eu-west-1');
INSERT INTO principals (principal_id, tenant_id, type, email) VALUES
  ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'human',
    'alice@alder.example.com'),
  ('b2000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', 'human',
    'boris@birch.example.com');

-- Three events of the application at the head of the chain of workspace a1…02.
SELECT append_audit_event('note.added', 'note', NULL, '{"text": "one"}', 'success', NULL,
  'a1000000-0000-4000-8000-000000000002', NULL, 'a0000000-0000-4000-8000-000000000001');
SELECT append_audit_event('note.added', 'note', NULL, '{"text": "two"}', 'success', NULL,
  'a1000000-0000-4000-8000-000000000002', NULL, 'a0000000-0000-4000-8000-000000000001');
SELECT append_audit_event('note.added', 'note', NULL, '{"text": "three"}', 'success', NULL,
  'a1000000-0000-4000-8000-000000000002', NULL, 'a0000000-0000-4000-8000-000000000001');

-- case: nobody changes the log, not even its owner
-- guard: DROP TRIGGER audit_events_append_only ON audit_events
-- expect: error 23001 append-only
UPDATE audit_events SET action = 'nothing.happened' WHERE action = 'note.added';
-- expect: error 23001 append-only
DELETE FROM audit_events WHERE action = 'note.added';

-- case: the log is not truncated, nor are the other three append-only tables
-- guard: DROP TRIGGER audit_events_no_truncate ON audit_events
-- guard: DROP TRIGGER metering_events_no_truncate ON metering_events
-- guard: DROP TRIGGER secret_rotation_log_no_truncate ON secret_rotation_log
-- guard: DROP TRIGGER approval_decisions_no_truncate ON approval_decisions
-- expect: error 23001 append-only
TRUNCATE audit_events;
-- expect: error 23001 append-only
TRUNCATE metering_events;
-- expect: error 23001 append-only
TRUNCATE secret_rotation_log;
-- expect: error 23001 append-only
TRUNCATE approval_decisions;

-- case: metering and the rotation log are append-only too
-- guard: DROP TRIGGER metering_events_append_only ON metering_events
-- guard: DROP TRIGGER secret_rotation_log_append_only ON secret_rotation_log
INSERT INTO metering_events (tenant_id, workspace_id, metric_type, metric_name, quantity, unit)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'api_calls',
  'requests', 1, 'calls');
INSERT INTO secret_rotation_log (tenant_id, secret_type, secret_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'api_key', 'a8000000-0000-4000-8000-000000000003');
-- expect: error 23001 append-only
UPDATE metering_events SET quantity = 0;
-- expect: error 23001 append-only
DELETE FROM metering_events;
-- expect: error 23001 append-only
UPDATE secret_rotation_log SET rotation_reason = 'none';
-- expect: error 23001 append-only
DELETE FROM secret_rotation_log;

-- case: the application may add to the log only
-- guard: GRANT UPDATE, DELETE ON audit_events TO app_writer
-- guard: GRANT UPDATE, DELETE ON metering_events TO app_writer
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: error 42501 for table audit_events
UPDATE audit_events SET action = 'nothing.happened';
-- expect: error 42501 for table audit_events
DELETE FROM audit_events;
-- expect: error 42501 for table metering_events
DELETE FROM metering_events;

-- case: each event follows from the one before
-- guard: DROP TRIGGER audit_events_z_chain ON audit_events; ALTER TABLE audit_events
--   ALTER COLUMN chain_seq SET DEFAULT 1, ALTER COLUMN event_hash SET DEFAULT '',
--   DROP CONSTRAINT audit_events_chain_key
-- expect: rows
--   1 | workspace.created | t
--   7 | note.added | t
--   8 | note.added | t
--   9 | note.added | t
SELECT e.chain_seq, e.action,
  e.previous_hash IS NOT DISTINCT FROM p.event_hash AND coalesce(p.chain_seq, 0) = e.chain_seq - 1
FROM audit_events AS e LEFT JOIN audit_events AS p ON p.audit_event_id = e.previous_event_id
WHERE e.workspace_id = 'a1000000-0000-4000-8000-000000000002' AND e.action <> 'role.created'
ORDER BY e.chain_seq;

-- case: each workspace, and the tenant itself, has a chain of its own
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audit_chain'::regproc),
--   'e.workspace_id IS NOT DISTINCT FROM NEW.workspace_id', 'true'); END $do$
-- expect: rows
--   none | 1
--   a1000000-0000-4000-8000-000000000001 | 6
--   a1000000-0000-4000-8000-000000000002 | 9
SELECT coalesce(workspace_id::text, 'none'), max(chain_seq) FROM audit_events
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001'
GROUP BY workspace_id ORDER BY workspace_id NULLS FIRST;

-- case: what a caller writes into the chain and the time is overwritten
-- guard: DROP TRIGGER audit_events_z_chain ON audit_events; ALTER TABLE audit_events
--   ALTER COLUMN chain_seq SET DEFAULT 1, ALTER COLUMN event_hash SET DEFAULT '',
--   DROP CONSTRAINT audit_events_chain_key
INSERT INTO audit_events (
  tenant_id, workspace_id, action, resource_type, chain_seq, previous_hash, event_hash, created_at)
VALUES (
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000002', 'note.forged', 'note',
  77, 'forged', 'forged', '2020-01-01 00:00+00');
-- expect: rows
--   10 | t | t
SELECT chain_seq, event_hash = audit_event_hash(e), created_at >= now() FROM audit_events AS e
WHERE action = 'note.forged';

-- case: two writers cannot fork a chain
-- guard: ALTER TABLE audit_events DROP CONSTRAINT audit_events_chain_key
SET LOCAL session_replication_role = replica;
-- expect: error 23505
INSERT INTO audit_events (tenant_id, workspace_id, action, resource_type, chain_seq, event_hash)
VALUES (
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000002', 'note.forked', 'note',
  9, '');
-- expect: error 23505
INSERT INTO audit_events (tenant_id, workspace_id, action, resource_type, chain_seq, event_hash)
VALUES ('a0000000-0000-4000-8000-000000000001', NULL, 'note.forked', 'note', 1, '');

-- case: an untouched chain holds
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audit_event_hash'::regproc),
--   'event.previous_hash', '''''::bytea || random()::text::bytea'); END $do$
-- expect: none
SELECT * FROM verify_audit_chain(
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000002');
-- expect: none
SELECT * FROM verify_audit_chain('a0000000-0000-4000-8000-000000000001');

-- case: a changed event shows
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('verify_audit_chain'::regproc),
--   'WHEN e.event_hash <> e.expected_hash', 'WHEN false'); END $do$
SET LOCAL session_replication_role = replica;
UPDATE audit_events SET change_details = '{"text": "TWO"}'
WHERE workspace_id = 'a1000000-0000-4000-8000-000000000002' AND chain_seq = 8;
SET LOCAL session_replication_role = origin;
-- expect: rows
--   8 | altered hash: the event is not what was written
SELECT * FROM verify_audit_chain(
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000002');

-- case: a changed event shows though its hash is computed anew
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('verify_audit_chain'::regproc),
--   'WHEN e.before_seq IS NOT NULL', 'WHEN false'); END $do$
SET LOCAL session_replication_role = replica;
UPDATE audit_events SET action = 'note.rewritten'
WHERE workspace_id = 'a1000000-0000-4000-8000-000000000002' AND chain_seq = 8;
UPDATE audit_events AS e SET event_hash = audit_event_hash(e)
WHERE workspace_id = 'a1000000-0000-4000-8000-000000000002' AND chain_seq = 8;
SET LOCAL session_replication_role = origin;
-- expect: rows
--   9 | broken link: it does not follow from the event before
SELECT * FROM verify_audit_chain(
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000002');

-- case: a missing event shows
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('verify_audit_chain'::regproc),
--   'WHEN e.chain_seq <> e.before_seq + 1', 'WHEN false'); END $do$
SET LOCAL session_replication_role = replica;
DELETE FROM audit_events WHERE workspace_id = 'a1000000-0000-4000-8000-000000000002' AND chain_seq = 8;
SET LOCAL session_replication_role = origin;
-- expect: rows
--   9 | gap: events before this one are missing
SELECT * FROM verify_audit_chain(
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000002');

-- case: a missing beginning shows
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('verify_audit_chain'::regproc),
--   'WHEN e.before_seq IS NULL AND', 'WHEN false AND'); END $do$
SET LOCAL session_replication_role = replica;
DELETE FROM audit_events WHERE workspace_id = 'a1000000-0000-4000-8000-000000000002' AND chain_seq < 7;
SET LOCAL session_replication_role = origin;
-- expect: rows
--   7 | gap: the beginning is missing and no checkpoint accounts for it
SELECT * FROM verify_audit_chain(
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000002');

-- case: every column of an event is under its hash
-- guard: CREATE OR REPLACE FUNCTION audit_event_hash(event audit_events) RETURNS bytea LANGUAGE sql
--   RETURN sha256(convert_to(event.action, 'UTF8'))
-- expect: 0
SELECT count(*) FROM audit_events AS e, LATERAL (VALUES
  (jsonb_populate_record(e, '{"actor_id": "a2000000-0000-4000-8000-000000000001"}')),
  (jsonb_populate_record(e, '{"resource_id": "a2000000-0000-4000-8000-000000000001"}')),
  (jsonb_populate_record(e, '{"created_at": "2020-01-01"}')),
  (jsonb_populate_record(e, '{"status": "failure"}')),
  (jsonb_populate_record(e, '{"client_ip": "192.0.2.1"}')),
  (jsonb_populate_record(e, '{"retention_until": "2020-01-01"}')),
  (jsonb_populate_record(e, '{"change_details": {"text": "four"}}'))
) AS forged (event)
WHERE e.action = 'note.added' AND audit_event_hash(forged.event) = e.event_hash;

-- case: the time zone of a session does not break a chain
-- guard: ALTER FUNCTION audit_event_hash(audit_events) RESET timezone
SET LOCAL timezone = 'Asia/Tokyo';
-- expect: none
SELECT * FROM verify_audit_chain(
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000002');

-- case: a chain that is not visible is not called whole
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('verify_audit_chain'::regproc),
--   'IF row_security_active(''audit_events'') AND', 'IF false AND'); END $do$
SET LOCAL ROLE app_auditor;
SELECT set_config('app.tenant_id', 'b0000000-0000-4000-8000-000000000001', true);
-- expect: error 42501 not visible
SELECT * FROM verify_audit_chain('a0000000-0000-4000-8000-000000000001');
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
SELECT set_config('app.workspace_id', 'a1000000-0000-4000-8000-000000000001', true);
-- expect: error 42501 not visible
SELECT * FROM verify_audit_chain(
  'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000002');

-- case: a purge removes the expired beginning, and its checkpoint keeps the chain whole
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('purge_expired_audit'::regproc),
--   'SET chain_checkpoints = c.chain_checkpoints || EXCLUDED.chain_checkpoints',
--   'SET export_enabled = false'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audit_chain'::regproc),
--   'decode(checkpoint ->> ''event_hash'', ''hex'')', 'NULL'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audit_chain'::regproc),
--   'coalesce((checkpoint ->> ''chain_seq'')::bigint, 0) + 1', '1'); END $do$
SET LOCAL session_replication_role = replica;
INSERT INTO tenants (tenant_id, name, region)
VALUES ('c0000000-0000-4000-8000-000000000001', 'Cedar Mills', 'us-east-1');
SET LOCAL session_replication_role = origin;
INSERT INTO audit_config (tenant_id) VALUES ('c0000000-0000-4000-8000-000000000001');
SELECT append_audit_event('note.added', 'note', NULL, '{"text": "old"}', 'success', NULL, NULL,
  now() - interval '2 days', 'c0000000-0000-4000-8000-000000000001');
SELECT append_audit_event('note.added', 'note', NULL, '{"text": "old"}', 'success', NULL, NULL,
  now() - interval '1 day', 'c0000000-0000-4000-8000-000000000001');
SET LOCAL ROLE app_ops;
-- expect: 2
SELECT purge_expired_audit('c0000000-0000-4000-8000-000000000001');
-- expect: 0
SELECT purge_expired_audit('c0000000-0000-4000-8000-000000000001');
RESET ROLE;
SELECT append_audit_event('note.added', 'note', NULL, '{"text": "new"}', 'success', NULL, NULL,
  NULL, 'c0000000-0000-4000-8000-000000000001');
-- expect: rows
--   3 | t
SELECT chain_seq, previous_hash IS NOT NULL FROM audit_events
WHERE tenant_id = 'c0000000-0000-4000-8000-000000000001';
-- expect: none
SELECT * FROM verify_audit_chain('c0000000-0000-4000-8000-000000000001');
-- expect: 2
SELECT chain_checkpoints -> 'none' -> 'chain_seq' FROM audit_config
WHERE tenant_id = 'c0000000-0000-4000-8000-000000000001';

-- case: an expired event behind one that must stay is kept
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('purge_expired_audit'::regproc),
--   'SELECT min(k.chain_seq) FROM audit_events AS k',
--   'SELECT max(k.chain_seq) FROM audit_events AS k'); END $do$
SET LOCAL session_replication_role = replica;
INSERT INTO tenants (tenant_id, name, region)
VALUES ('c0000000-0000-4000-8000-000000000001', 'Cedar Mills', 'us-east-1');
SET LOCAL session_replication_role = origin;
SELECT append_audit_event('note.added', 'note', NULL, '{"text": "first"}', 'success', NULL, NULL,
  now() - interval '1 day', 'c0000000-0000-4000-8000-000000000001');
SELECT append_audit_event('note.added', 'note', NULL, '{"text": "second"}', 'success', NULL, NULL,
  now() + interval '1 day', 'c0000000-0000-4000-8000-000000000001');
SELECT append_audit_event('note.added', 'note', NULL, '{"text": "third"}', 'success', NULL, NULL,
  now() - interval '1 day', 'c0000000-0000-4000-8000-000000000001');
SELECT append_audit_event('note.added', 'note', NULL, '{"text": "fourth"}', 'success', NULL, NULL,
  NULL, 'c0000000-0000-4000-8000-000000000001');
-- expect: 1
SELECT purge_expired_audit('c0000000-0000-4000-8000-000000000001');
-- expect: none
SELECT * FROM verify_audit_chain('c0000000-0000-4000-8000-000000000001');
-- expect: 3
SELECT count(*) FROM audit_events WHERE tenant_id = 'c0000000-0000-4000-8000-000000000001';

-- case: an event without a time of its own is kept as long as its tenant wants
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('purge_expired_audit'::regproc),
--   'make_interval(days => coalesce(days, 365))', 'interval ''-1 day'''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('purge_expired_audit'::regproc),
--   'coalesce(days, 365)', '365'); END $do$
INSERT INTO audit_config (tenant_id, retention_days) VALUES ('a0000000-0000-4000-8000-000000000001', 30);
SET LOCAL session_replication_role = replica;
UPDATE audit_events SET created_at = now() - interval '31 days' WHERE workspace_id IS NULL;
UPDATE audit_events SET created_at = now() - interval '29 days' WHERE workspace_id IS NOT NULL;
SET LOCAL session_replication_role = origin;
-- expect: 1
SELECT purge_expired_audit('a0000000-0000-4000-8000-000000000001');
-- expect: 0
SELECT purge_expired_audit('b0000000-0000-4000-8000-000000000001');

-- case: a tenant keeps its log at least a day, a year by default, at a known level
-- guard: ALTER TABLE audit_config DROP CONSTRAINT audit_config_retention_days_check
-- guard: ALTER TABLE audit_config DROP CONSTRAINT audit_config_log_level_check
-- guard: ALTER TABLE audit_config DROP CONSTRAINT audit_config_tenant_id_key
-- guard: ALTER TABLE audit_config ALTER COLUMN retention_days SET DEFAULT 7
-- expect: 365
INSERT INTO audit_config (tenant_id) VALUES ('a0000000-0000-4000-8000-000000000001') RETURNING retention_days;
-- expect: error 23514
UPDATE audit_config SET retention_days = 0;
-- expect: error 23514
UPDATE audit_config SET log_level = 'chatty';
-- expect: error 23505
INSERT INTO audit_config (tenant_id) VALUES ('a0000000-0000-4000-8000-000000000001');

-- case: the purge's setting alone opens nothing
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('guard_append_only'::regproc),
--   'AND current_user = (', 'AND current_user <> ('); END $do$
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
SELECT set_config('app.audit_purge', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE migration;
-- expect: error 23001 append-only
DELETE FROM audit_events WHERE action = 'note.added';

-- case: the application does not write checkpoints, which could hide a gap
-- guard: GRANT UPDATE ON audit_config TO app_writer
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
INSERT INTO audit_config (tenant_id) VALUES ('a0000000-0000-4000-8000-000000000001');
-- expect: 1
UPDATE audit_config SET retention_days = 30;
-- expect: error 42501 permission denied
UPDATE audit_config SET chain_checkpoints = '{}';

-- case: values that name secrets are masked, at any depth
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audit_chain'::regproc),
--   'NEW.change_details := mask_sensitive(NEW.change_details);', ''); END $do$
SELECT append_audit_event('note.added', 'login', NULL,
  '{"user": "alice", "Password": "one", "steps": [{"access_token": "two"}], "api_key": "three"}', 'success',
  NULL, NULL, NULL, 'a0000000-0000-4000-8000-000000000001');
-- expect: {"user": "alice", "steps": [{"access_token": "***"}], "api_key": "***", "Password": "***"}
SELECT change_details FROM audit_events WHERE resource_type = 'login';

-- case: a tenant may have its own events unmasked, but never the rows of the database
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audit_chain'::regproc),
--   'IF coalesce(masked, true) THEN', 'IF true THEN'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audit_row_change'::regproc),
--   'mask_sensitive(details),', 'details,'); END $do$
INSERT INTO audit_config (tenant_id, mask_sensitive_fields)
VALUES ('a0000000-0000-4000-8000-000000000001', false);
SELECT append_audit_event('note.added', 'login', NULL, '{"token": "shown"}', 'success', NULL, NULL, NULL,
  'a0000000-0000-4000-8000-000000000001');
INSERT INTO api_keys (principal_id, tenant_id, workspace_id, key_hash, name, key_preview)
VALUES ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
  'a1000000-0000-4000-8000-000000000001', repeat('1', 64), 'deploy', '0001');
-- expect: {"token": "shown"}
SELECT change_details FROM audit_events WHERE resource_type = 'login';
-- expect: ***
SELECT change_details -> 'row' ->> 'key_hash' FROM audit_events WHERE action = 'api_key.created';

-- case: changes are named by what they mean
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audit_action'::regproc),
--   '.deactivated', '.updated'); END $do$
INSERT INTO api_keys (principal_id, tenant_id, workspace_id, key_hash, name, key_preview)
VALUES ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
  'a1000000-0000-4000-8000-000000000001', repeat('1', 64), 'deploy', '0001');
INSERT INTO sessions (principal_id, tenant_id, jwt_sub, issued_at, expires_at)
VALUES ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'alice-1', now(),
  now() + interval '1 hour');
INSERT INTO workflows (workflow_id, tenant_id, workspace_id, name)
VALUES ('a3000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
  'a1000000-0000-4000-8000-000000000001', 'triage');
INSERT INTO workflow_versions (
  workflow_version_id, tenant_id, workflow_id, version, definition_yaml, model_pin)
VALUES ('a4000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
  'a3000000-0000-4000-8000-000000000001', '1.0.0', 'steps: []', '{}');
SELECT publish_workflow_version(
  'a4000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001');
SELECT start_run('a4000000-0000-4000-8000-000000000001', 'manual');
UPDATE runs SET status = 'running';
UPDATE runs SET status = 'succeeded';
UPDATE workflows SET name = 'sorting';
UPDATE sessions SET is_revoked = true, revoked_at = now();
UPDATE api_keys SET is_active = false;
DELETE FROM api_keys;
-- expect: rows
--   api_key.created
--   session.created
--   workflow.created
--   workflow_version.created
--   workflow_version.published
--   workflow.updated
--   run.created
--   run.started
--   run.succeeded
--   workflow.updated
--   session.revoked
--   api_key.deactivated
--   api_key.deleted
SELECT action FROM audit_events
WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001'
  AND resource_type IN ('api_key', 'session', 'workflow', 'workflow_version', 'run') ORDER BY created_at;

-- case: the log says what changed from what to what, without bulky texts
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audit_row_change'::regproc),
--   'n.value <> old_row -> n.key', 'true'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audit_row_change'::regproc),
--   '''definition_yaml'', ', ''); END $do$
INSERT INTO workflows (workflow_id, tenant_id, workspace_id, name)
VALUES ('a3000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
  'a1000000-0000-4000-8000-000000000001', 'triage');
UPDATE workflows SET name = 'sorting';
UPDATE workflows SET name = 'sorting';
INSERT INTO workflow_versions (tenant_id, workflow_id, version, definition_yaml, model_pin)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a3000000-0000-4000-8000-000000000001', '1.0.0', 'steps: []',
  '{}');
-- expect: rows
--   {"changed": {"name": {"to": "sorting", "from": "triage"}}}
SELECT change_details FROM audit_events WHERE action = 'workflow.updated';
-- expect: 0
SELECT count(*) FROM audit_events WHERE change_details -> 'row' ? 'definition_yaml';

-- case: the log names the actor and the source of a change
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audit_row_change'::regproc),
--   'WHERE p.principal_id = app_setting_uuid(''app.principal_id'')', 'WHERE false'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audit_row_change'::regproc),
--   'IN (''ui'', ''scheduled'')', 'IN (''scheduled'')'); END $do$
SELECT set_config('app.principal_id', 'a2000000-0000-4000-8000-000000000001', true);
SELECT set_config('app.source', 'ui', true);
INSERT INTO workflows (tenant_id, workspace_id, name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'triage');
-- expect: rows
--   a2000000-0000-4000-8000-000000000001 | ui
SELECT actor_id, source FROM audit_events WHERE action = 'workflow.created';

-- case: an event of the application takes tenant, actor and source from the context
-- guard: REVOKE EXECUTE ON FUNCTION
--   append_audit_event(text, text, uuid, jsonb, text, text, uuid, timestamptz, uuid) FROM app_writer
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('append_audit_event'::regproc),
--   'app_setting_uuid(''app.principal_id'')', 'NULL'); END $do$
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
SELECT set_config('app.principal_id', 'a2000000-0000-4000-8000-000000000001', true);
SELECT set_config('app.source', 'scheduled', true);
-- expect: 1
SELECT count(*) FROM append_audit_event('report.sent', 'report');
-- expect: rows
--   a0000000-0000-4000-8000-000000000001 | a2000000-0000-4000-8000-000000000001 | scheduled
SELECT tenant_id, actor_id, source FROM audit_events WHERE action = 'report.sent';

-- case: an event is written for no other tenant, and names no principal of one
-- guard: ALTER TABLE audit_events DISABLE ROW LEVEL SECURITY
-- guard: DROP TRIGGER audit_events_same_tenant ON audit_events
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: error 42501 row-level security
SELECT append_audit_event(
  'report.sent', 'report', tenant => 'b0000000-0000-4000-8000-000000000001');
-- expect: error 23503 another tenant_id
INSERT INTO audit_events (tenant_id, actor_id, action, resource_type)
VALUES ('a0000000-0000-4000-8000-000000000001', 'b2000000-0000-4000-8000-000000000001', 'report.sent',
  'report');

-- case: statuses and sources are of the known kinds
-- guard: ALTER TABLE audit_events DROP CONSTRAINT audit_events_status_check
-- guard: ALTER TABLE audit_events DROP CONSTRAINT audit_events_source_check
-- expect: error 23514
INSERT INTO audit_events (tenant_id, action, resource_type, status)
VALUES ('a0000000-0000-4000-8000-000000000001', 'report.sent', 'report', 'perhaps');
-- expect: error 23514
INSERT INTO audit_events (tenant_id, action, resource_type, source)
VALUES ('a0000000-0000-4000-8000-000000000001', 'report.sent', 'report', 'rumour');

-- case: an auditor exports the log of his tenant, and the export is stamped
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('export_audit'::regproc),
--   'IF app_tenant_id() IS DISTINCT FROM tenant THEN', 'IF false THEN'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('export_audit'::regproc),
--   'last_export_at = now()', 'last_export_at = NULL'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('export_audit'::regproc),
--   'AND (app_workspace_id() IS NULL OR e.workspace_id IS NULL OR e.workspace_id = app_workspace_id())',
--   ''); END $do$
INSERT INTO audit_config (tenant_id, export_enabled) VALUES ('a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_auditor;
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
-- expect: 16
SELECT count(*) FROM export_audit('a0000000-0000-4000-8000-000000000001');
-- expect: 0
SELECT count(*) FROM export_audit('a0000000-0000-4000-8000-000000000001', now() + interval '1 day');
-- expect: error 42501 in the context of its tenant
SELECT count(*) FROM export_audit('b0000000-0000-4000-8000-000000000001');
-- expect: 1
SELECT count(*) FROM audit_config WHERE last_export_at = now();
SELECT set_config('app.workspace_id', 'a1000000-0000-4000-8000-000000000002', true);
-- expect: 10
SELECT count(*) FROM export_audit('a0000000-0000-4000-8000-000000000001');

-- case: an export is stamped only where exports are enabled
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('export_audit'::regproc),
--   'AND export_enabled', ''); END $do$
INSERT INTO audit_config (tenant_id) VALUES ('a0000000-0000-4000-8000-000000000001');
SELECT set_config('app.tenant_id', 'a0000000-0000-4000-8000-000000000001', true);
SELECT count(*) FROM export_audit('a0000000-0000-4000-8000-000000000001');
-- expect: 0
SELECT count(*) FROM audit_config WHERE last_export_at IS NOT NULL;

-- case: a tenant's erasure takes its log along and writes no event of its end
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audit_row_change'::regproc),
--   'IF NOT tenant_exists((subject ->> ''tenant_id'')::uuid) THEN', 'IF false THEN'); END $do$
-- expect: 1
DELETE FROM tenants WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: 0
SELECT count(*) FROM audit_events WHERE tenant_id = 'a0000000-0000-4000-8000-000000000001';
