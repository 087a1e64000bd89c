-- Keys and credentials that tenants bring along: kept in envelopes, rotated with a trace, validated for a
-- time.

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
INSERT INTO provider_keys (
  provider_key_id, tenant_id, workspace_id, provider_type, name, encrypted_key, kms_key_id) VALUES
  ('a8000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'openai', 'main', 'enc:first', 'kms-1');
INSERT INTO connector_installations (
  connector_installation_id, tenant_id, workspace_id, connector_type, connector_version, encrypted_config,
  kms_key_id) VALUES
  ('a8000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'ticketing', '1.0', 'enc:first', 'kms-1');
INSERT INTO api_keys (
  api_key_id, principal_id, tenant_id, workspace_id, key_hash, name, key_preview) VALUES
  ('a8000000-0000-4000-8000-000000000003', 'a2000000-0000-4000-8000-000000000001',
    'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', repeat('1', 64), 'deploy',
    '0001');

-- case: a secret is stored in its envelope only, with the key that wraps it
-- guard: ALTER TABLE provider_keys DROP CONSTRAINT provider_keys_encrypted_key_check
-- guard: ALTER TABLE connector_installations DROP CONSTRAINT connector_installations_encrypted_config_check
-- guard: ALTER TABLE provider_keys ALTER COLUMN kms_key_id DROP NOT NULL
-- guard: ALTER TABLE connector_installations ALTER COLUMN kms_key_id DROP NOT NULL
-- expect: error 23514
UPDATE provider_keys SET encrypted_key = 'the key itself';
-- expect: error 23514
UPDATE connector_installations SET encrypted_config = '{"password": "in plain text"}';
-- expect: error 23502
UPDATE provider_keys SET kms_key_id = NULL;
-- expect: error 23502
UPDATE connector_installations SET kms_key_id = NULL;

-- case: a rotation does not slip in a plain secret
-- guard: ALTER TABLE provider_keys DROP CONSTRAINT provider_keys_encrypted_key_check
-- guard: ALTER TABLE api_keys DROP CONSTRAINT api_keys_key_hash_check
-- expect: error 23514
SELECT rotate_provider_key('a8000000-0000-4000-8000-000000000001', 'the key itself', 'kms-2',
  'a2000000-0000-4000-8000-000000000001');
-- expect: error 23514
SELECT rotate_api_key('a8000000-0000-4000-8000-000000000003', 'the key itself', '0002',
  'a2000000-0000-4000-8000-000000000001');

-- case: one key per provider and workspace is active
-- guard: DROP INDEX provider_keys_workspace_active_provider_key
-- expect: error 23505
INSERT INTO provider_keys (tenant_id, workspace_id, provider_type, name, encrypted_key, kms_key_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'openai', 'second',
  'enc:second', 'kms-1');
UPDATE provider_keys SET is_active = false;
-- expect: 1
INSERT INTO provider_keys (tenant_id, workspace_id, provider_type, name, encrypted_key, kms_key_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'openai', 'second',
  'enc:second', 'kms-1');

-- case: another workspace and another provider have an active key of their own
-- guard: CREATE UNIQUE INDEX other ON provider_keys (tenant_id) WHERE is_active
-- expect: 1
INSERT INTO provider_keys (tenant_id, workspace_id, provider_type, name, encrypted_key, kms_key_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000002', 'openai', 'lab',
  'enc:lab', 'kms-1');
-- expect: 1
INSERT INTO provider_keys (tenant_id, workspace_id, provider_type, name, encrypted_key, kms_key_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'cohere', 'main',
  'enc:main', 'kms-1');

-- case: rotating a provider key replaces it, stamps it and wants it validated again
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rotate_provider_key'::regproc),
--   'rotated_at = now(),', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rotate_provider_key'::regproc),
--   'validation_status = ''pending'',', ''); END $do$
SELECT record_validation('a8000000-0000-4000-8000-000000000001', 'call_test', 'pass');
SELECT rotate_provider_key('a8000000-0000-4000-8000-000000000001', 'enc:second', 'kms-2',
  'a2000000-0000-4000-8000-000000000001', 'yearly');
-- expect: rows
--   enc:second | kms-2 | pending | t
SELECT encrypted_key, kms_key_id, validation_status, rotated_at = now() FROM provider_keys;

-- case: rotating a connector's credential replaces it and wants it validated again
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rotate_connector_credential'::regproc),
--   'validation_status = ''pending'',', ''); END $do$
UPDATE connector_installations SET validation_status = 'valid', validation_timestamp = now();
SELECT rotate_connector_credential('a8000000-0000-4000-8000-000000000002', 'enc:second', 'kms-2',
  'a2000000-0000-4000-8000-000000000001', 'yearly');
-- expect: rows
--   enc:second | kms-2 | pending
SELECT encrypted_config, kms_key_id, validation_status FROM connector_installations;

-- case: rotating an API key puts the new hash in the place of the old one
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rotate_api_key'::regproc),
--   'key_hash = new_hash, ', ''); END $do$
SELECT rotate_api_key('a8000000-0000-4000-8000-000000000003', repeat('2', 64), '0002',
  'a2000000-0000-4000-8000-000000000001');
-- expect: none
SELECT * FROM resolve_api_key(repeat('1', 64));
-- expect: a8000000-0000-4000-8000-000000000003
SELECT api_key_id FROM resolve_api_key(repeat('2', 64));

-- case: each rotation is in the rotation log, with who did it and why
-- guard: CREATE TEMP TABLE elsewhere (LIKE secret_rotation_log INCLUDING DEFAULTS);
--   DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rotate_provider_key'::regproc),
--   'INSERT INTO secret_rotation_log', 'INSERT INTO pg_temp.elsewhere'); END $do$
-- guard: CREATE TEMP TABLE elsewhere (LIKE secret_rotation_log INCLUDING DEFAULTS);
--   DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rotate_connector_credential'::regproc),
--   'INSERT INTO secret_rotation_log', 'INSERT INTO pg_temp.elsewhere'); END $do$
-- guard: CREATE TEMP TABLE elsewhere (LIKE secret_rotation_log INCLUDING DEFAULTS);
--   DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rotate_api_key'::regproc),
--   'INSERT INTO secret_rotation_log', 'INSERT INTO pg_temp.elsewhere'); END $do$
SELECT rotate_provider_key('a8000000-0000-4000-8000-000000000001', 'enc:second', 'kms-2',
  'a2000000-0000-4000-8000-000000000001', 'yearly');
SELECT rotate_connector_credential('a8000000-0000-4000-8000-000000000002', 'enc:second', 'kms-2',
  'a2000000-0000-4000-8000-000000000001', 'leaked');
SELECT rotate_api_key('a8000000-0000-4000-8000-000000000003', repeat('2', 64), '0002',
  'a2000000-0000-4000-8000-000000000001', 'lost');
-- expect: rows
--   api_key | a8000000-0000-4000-8000-000000000003 | none | none | lost
--   connector_credential | a8000000-0000-4000-8000-000000000002 | kms-1 | kms-2 | leaked
--   provider_key | a8000000-0000-4000-8000-000000000001 | kms-1 | kms-2 | yearly
SELECT secret_type, secret_id, coalesce(old_kms_key_id, 'none'), coalesce(new_kms_key_id, 'none'),
  rotation_reason
FROM secret_rotation_log WHERE rotated_by = 'a2000000-0000-4000-8000-000000000001'
ORDER BY secret_type COLLATE "C";

-- case: a rotation is the audit event key.rotated, whoever does it and how
-- guard: DROP TRIGGER provider_keys_audit ON provider_keys
-- guard: DROP TRIGGER connector_installations_audit ON connector_installations
-- guard: DROP TRIGGER api_keys_audit ON api_keys
SELECT rotate_provider_key('a8000000-0000-4000-8000-000000000001', 'enc:second', 'kms-2',
  'a2000000-0000-4000-8000-000000000001');
UPDATE connector_installations SET encrypted_config = 'enc:second';
UPDATE api_keys SET key_hash = repeat('2', 64);
-- expect: rows
--   api_key
--   connector
--   provider_key
SELECT resource_type FROM audit_events WHERE action = 'key.rotated' ORDER BY resource_type COLLATE "C";

-- case: no secret is in the audit log
-- guard: CREATE OR REPLACE FUNCTION mask_sensitive(details jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
--   RETURN details
UPDATE provider_keys SET encrypted_key = 'enc:second';
UPDATE api_keys SET key_hash = repeat('2', 64);
-- expect: none
SELECT action FROM audit_events
WHERE change_details::text ~ 'enc:' OR change_details::text ~ repeat('1', 64)
  OR change_details::text ~ repeat('2', 64);

-- case: a validation says what the key is worth
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('record_validation'::regproc),
--   'WHEN ''pass'' THEN ''valid''', ''); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('record_validation'::regproc),
--   'WHEN ''fail'' THEN ''invalid''', ''); END $do$
SELECT record_validation('a8000000-0000-4000-8000-000000000001', 'call_test', 'pass');
-- expect: valid
SELECT validation_status FROM provider_keys;
SELECT record_validation(
  'a8000000-0000-4000-8000-000000000001', 'quota_check', 'fail', '{"error": "no quota left"}');
-- expect: rows
--   invalid | no quota left
SELECT validation_status, validation_error FROM provider_keys;
-- expect: 2
SELECT count(*) FROM key_validation_results WHERE provider_key_id = 'a8000000-0000-4000-8000-000000000001';

-- case: a test that could not be made says nothing about the key
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('record_validation'::regproc),
--   'ELSE validation_status END', 'ELSE ''invalid'' END'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('record_validation'::regproc),
--   'CASE WHEN outcome <> ''error'' THEN now() + valid_for END', 'now() + valid_for'); END $do$
SELECT record_validation('a8000000-0000-4000-8000-000000000001', 'call_test', 'error');
-- expect: pending
SELECT validation_status FROM provider_keys;
-- expect: 0
SELECT count(*) FROM key_validation_results WHERE valid_until IS NOT NULL;

-- case: a validation counts for a time
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('needs_validation'::regproc),
--   'r.valid_until > now()', 'r.valid_until IS NOT NULL'); END $do$
-- expect: t
SELECT needs_validation('a8000000-0000-4000-8000-000000000001');
SELECT record_validation('a8000000-0000-4000-8000-000000000001', 'call_test', 'pass', NULL, '-1 minute');
-- expect: t
SELECT needs_validation('a8000000-0000-4000-8000-000000000001');
SELECT record_validation('a8000000-0000-4000-8000-000000000001', 'call_test', 'pass');
-- expect: f
SELECT needs_validation('a8000000-0000-4000-8000-000000000001');

-- case: a rotated key is validated anew
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('rotate_provider_key'::regproc),
--   'validation_status = ''pending'',', ''); END $do$
SELECT record_validation('a8000000-0000-4000-8000-000000000001', 'call_test', 'pass');
SELECT rotate_provider_key('a8000000-0000-4000-8000-000000000001', 'enc:second', 'kms-2',
  'a2000000-0000-4000-8000-000000000001');
-- expect: t
SELECT needs_validation('a8000000-0000-4000-8000-000000000001');

-- case: tests, their results and their states are of the known kinds
-- guard: ALTER TABLE key_validation_results DROP CONSTRAINT key_validation_results_validation_test_check
-- guard: ALTER TABLE key_validation_results DROP CONSTRAINT key_validation_results_result_check
-- guard: ALTER TABLE provider_keys DROP CONSTRAINT provider_keys_validation_status_check
-- guard: ALTER TABLE connector_installations DROP CONSTRAINT connector_installations_validation_status_check
-- guard: ALTER TABLE secret_rotation_log DROP CONSTRAINT secret_rotation_log_secret_type_check
-- expect: error 23514
SELECT record_validation('a8000000-0000-4000-8000-000000000001', 'horoscope', 'pass');
-- expect: error 23514
SELECT record_validation('a8000000-0000-4000-8000-000000000001', 'call_test', 'maybe');
-- expect: error 23514
UPDATE provider_keys SET validation_status = 'unsure';
-- expect: error 23514
UPDATE connector_installations SET validation_status = 'unsure';
-- expect: error 23514
INSERT INTO secret_rotation_log (tenant_id, secret_type, secret_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'diary', 'a8000000-0000-4000-8000-000000000001');

-- case: a key of another tenant is neither rotated nor validated
-- guard: ALTER FUNCTION rotate_provider_key(uuid, text, text, uuid, text) SECURITY DEFINER
-- guard: ALTER FUNCTION record_validation(uuid, text, text, jsonb, interval) SECURITY DEFINER
-- guard: ALTER FUNCTION rotate_connector_credential(uuid, text, text, uuid, text) SECURITY DEFINER
-- guard: ALTER FUNCTION rotate_api_key(uuid, text, text, uuid, text) SECURITY DEFINER
SET LOCAL ROLE app_writer;
SELECT set_config('app.tenant_id', 'b0000000-0000-4000-8000-000000000001', true);
-- expect: error P0002 there is no provider key
SELECT rotate_provider_key('a8000000-0000-4000-8000-000000000001', 'enc:mine', 'kms-9',
  'b2000000-0000-4000-8000-000000000001');
-- expect: error P0002 there is no provider key
SELECT record_validation('a8000000-0000-4000-8000-000000000001', 'call_test', 'fail');
-- expect: error P0002 there is no connector installation
SELECT rotate_connector_credential('a8000000-0000-4000-8000-000000000002', 'enc:mine', 'kms-9',
  'b2000000-0000-4000-8000-000000000001');
-- expect: error P0002 there is no API key
SELECT rotate_api_key('a8000000-0000-4000-8000-000000000003', repeat('9', 64), '0009',
  'b2000000-0000-4000-8000-000000000001');

-- case: secrets are created, rotated and validated by principals and keys of their tenant
-- guard: DROP TRIGGER provider_keys_same_tenant ON provider_keys
-- guard: DROP TRIGGER connector_installations_same_tenant ON connector_installations
-- guard: DROP TRIGGER secret_rotation_log_same_tenant ON secret_rotation_log
-- guard: DROP TRIGGER key_validation_results_same_tenant ON key_validation_results
-- expect: error 23503 another tenant_id
UPDATE provider_keys SET created_by = 'b2000000-0000-4000-8000-000000000001';
-- expect: error 23503 another tenant_id
UPDATE connector_installations SET installed_by = 'b2000000-0000-4000-8000-000000000001';
-- expect: error 23503 another tenant_id
INSERT INTO secret_rotation_log (tenant_id, secret_type, secret_id, rotated_by)
VALUES ('a0000000-0000-4000-8000-000000000001', 'provider_key', 'a8000000-0000-4000-8000-000000000001',
  'b2000000-0000-4000-8000-000000000001');
-- expect: error 23503 another tenant_id
INSERT INTO key_validation_results (tenant_id, provider_key_id, validation_test, result)
VALUES ('b0000000-0000-4000-8000-000000000001', 'a8000000-0000-4000-8000-000000000001', 'syntax', 'pass');
