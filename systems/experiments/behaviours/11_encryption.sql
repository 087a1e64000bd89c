-- Encryption: the keys' list is in the database, the master key is not. Ciphertexts begin with the version of
-- their key. Rotation makes a new key active, encrypts anew and retires the old one.

INSERT INTO system.encryption_keys (key_id, version, algorithm) VALUES
  ('e0000000-0000-4000-8000-000000000001', 1, 'pgp-aes256');
SELECT set_config('app.master_key', 'an invented master key', true);

-- case: what was encrypted is read again
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.decrypt_data(bytea, uuid)'::regprocedure),
--     'key_id || '':'' || written_with', 'key_id || '':0'''); END $do$
-- expect: a secret
SELECT system.decrypt_data(
  system.encrypt_data('a secret', 'e0000000-0000-4000-8000-000000000001'),
  'e0000000-0000-4000-8000-000000000001');

-- case: a ciphertext shows nothing of its text, begins with the key's version, and never comes twice
-- guard: CREATE OR REPLACE FUNCTION system.encrypt_data(plaintext text, key_id uuid) RETURNS bytea
--     LANGUAGE sql AS $func$ SELECT '\x00000001'::bytea || convert_to(plaintext || random(), 'UTF8') $func$
-- guard: CREATE OR REPLACE FUNCTION system.encrypt_data(plaintext text, key_id uuid) RETURNS bytea
--     LANGUAGE sql AS $func$ SELECT '\x00000001'::bytea || sha256(convert_to(plaintext, 'UTF8')) $func$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.encrypt_data(text, uuid)'::regprocedure),
--     'int4send(key.version) || ', ''); END $do$
-- expect: 2 | 2 | 0
SELECT
  count(DISTINCT ciphertext),
  count(*) FILTER (WHERE substr(ciphertext, 1, 4) = '\x00000001'),
  count(*) FILTER (WHERE position('a secret'::bytea IN ciphertext) > 0)
FROM (VALUES
  (system.encrypt_data('a secret', 'e0000000-0000-4000-8000-000000000001')),
  (system.encrypt_data('a secret', 'e0000000-0000-4000-8000-000000000001'))
) AS messages (ciphertext);

-- case: without a master key of at least 16 characters nothing is encrypted or read
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.encrypt_data(text, uuid)'::regprocedure),
--     'coalesce(length(master), 0) < 16', 'false'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.decrypt_data(bytea, uuid)'::regprocedure),
--     'coalesce(length(master), 0) < 16', 'false'); END $do$
SELECT set_config('app.master_key', 'fifteen letters', true);
-- expect: error 22023 app.master_key
SELECT system.encrypt_data('a secret', 'e0000000-0000-4000-8000-000000000001');
-- expect: error 22023 app.master_key
SELECT system.decrypt_data('\x00000001c30d04', 'e0000000-0000-4000-8000-000000000001');
SELECT set_config('app.master_key', '', true);
-- expect: error 22023 app.master_key
SELECT system.encrypt_data('a secret', 'e0000000-0000-4000-8000-000000000001');

-- case: another master key does not read it
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.encrypt_data(text, uuid)'::regprocedure),
--     'key.version, master,', 'key.version, ''fixed'','); END $do$;
--     DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.decrypt_data(bytea, uuid)'::regprocedure),
--     'written_with, master,', 'written_with, ''fixed'','); END $do$
CREATE TEMPORARY TABLE messages AS
SELECT system.encrypt_data('a secret', 'e0000000-0000-4000-8000-000000000001') AS ciphertext;
SELECT set_config('app.master_key', 'another master key', true);
-- expect: error 39000 wrong key
SELECT system.decrypt_data(ciphertext, 'e0000000-0000-4000-8000-000000000001') FROM messages;

-- case: another key of the list does not read it
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.encrypt_data(text, uuid)'::regprocedure),
--     'key.key_id || '':'' || key.version', 'key.version::text'); END $do$;
--     DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.decrypt_data(bytea, uuid)'::regprocedure),
--     'key_id || '':'' || written_with', 'written_with::text'); END $do$
INSERT INTO system.encryption_keys (key_id, algorithm) VALUES
  ('e0000000-0000-4000-8000-000000000002', 'pgp-aes256');
-- expect: error 39000 wrong key
SELECT system.decrypt_data(
  system.encrypt_data('a secret', 'e0000000-0000-4000-8000-000000000001'),
  'e0000000-0000-4000-8000-000000000002');

-- case: a damaged ciphertext is an error, not another text
-- guard: CREATE OR REPLACE FUNCTION system.decrypt_data(ciphertext bytea, key_id uuid) RETURNS text
--     LANGUAGE sql AS $func$ SELECT 'something' $func$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.decrypt_data(bytea, uuid)'::regprocedure),
--     'IF length(ciphertext) < 5', 'IF false'); END $do$
CREATE TEMPORARY TABLE messages AS
SELECT system.encrypt_data('a secret', 'e0000000-0000-4000-8000-000000000001') AS ciphertext;
-- expect: error 39000
SELECT system.decrypt_data(
  set_byte(ciphertext, length(ciphertext) - 1, 255 - get_byte(ciphertext, length(ciphertext) - 1)),
  'e0000000-0000-4000-8000-000000000001') FROM messages;
-- expect: error XX001 cut short
SELECT system.decrypt_data('\x0001', 'e0000000-0000-4000-8000-000000000001');

-- case: nothing is encrypted with a key that is unknown, rotating or retired
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.encrypt_data(text, uuid)'::regprocedure),
--     'NOT FOUND OR key.status <> ''active''', 'NOT FOUND'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.encrypt_data(text, uuid)'::regprocedure),
--     'NOT FOUND OR key.status <> ''active''', 'key.status IN (''rotating'', ''retired'')'); END $do$
-- expect: error 22023 no active encryption key
SELECT system.encrypt_data('a secret', 'e0000000-0000-4000-8000-00000000000f');
UPDATE system.encryption_keys SET status = 'rotating', rotated_at = now();
-- expect: error 22023 no active encryption key
SELECT system.encrypt_data('a secret', 'e0000000-0000-4000-8000-000000000001');
UPDATE system.encryption_keys SET status = 'retired', retired_at = now();
-- expect: error 22023 no active encryption key
SELECT system.encrypt_data('a secret', 'e0000000-0000-4000-8000-000000000001');

-- case: what a key encrypted is read while it rotates and after it was retired
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.decrypt_data(bytea, uuid)'::regprocedure),
--     'WHERE k.key_id = decrypt_data.key_id',
--     'WHERE k.status = ''active'' AND k.key_id = decrypt_data.key_id'); END $do$
CREATE TEMPORARY TABLE messages AS
SELECT system.encrypt_data('a secret', 'e0000000-0000-4000-8000-000000000001') AS ciphertext;
UPDATE system.encryption_keys SET status = 'rotating', rotated_at = now();
-- expect: a secret
SELECT system.decrypt_data(ciphertext, 'e0000000-0000-4000-8000-000000000001') FROM messages;
UPDATE system.encryption_keys SET status = 'retired', retired_at = now();
-- expect: a secret
SELECT system.decrypt_data(ciphertext, 'e0000000-0000-4000-8000-000000000001') FROM messages;

-- case: what an earlier version of a key encrypted is read with the version it names
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.decrypt_data(bytea, uuid)'::regprocedure),
--     'key_id || '':'' || written_with',
--     'key_id || '':'' || (SELECT max(version) FROM system.encryption_keys)'); END $do$
CREATE TEMPORARY TABLE messages AS
SELECT system.encrypt_data('a secret', 'e0000000-0000-4000-8000-000000000001') AS ciphertext;
UPDATE system.encryption_keys SET version = 2;
-- expect: a secret
SELECT system.decrypt_data(ciphertext, 'e0000000-0000-4000-8000-000000000001') FROM messages;

-- case: a key that the list does not hold reads nothing
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.decrypt_data(bytea, uuid)'::regprocedure),
--     'IF NOT EXISTS (', 'IF false AND NOT EXISTS ('); END $do$
CREATE TEMPORARY TABLE messages AS
SELECT system.encrypt_data('a secret', 'e0000000-0000-4000-8000-000000000001') AS ciphertext;
DELETE FROM system.encryption_keys;
-- expect: error 22023 no encryption key
SELECT system.decrypt_data(ciphertext, 'e0000000-0000-4000-8000-000000000001') FROM messages;

-- case: a key for the application's own cipher is not used in the database
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.encrypt_data(text, uuid)'::regprocedure),
--     'key.algorithm <> ''pgp-aes256''', 'false'); END $do$
INSERT INTO system.encryption_keys (key_id, algorithm) VALUES
  ('e0000000-0000-4000-8000-000000000002', 'aes-256-gcm');
-- expect: error 22023 the application does itself
SELECT system.encrypt_data('a secret', 'e0000000-0000-4000-8000-000000000002');

-- case: a rotation encrypts every stored key anew, and the application reads it before and after
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('system.decrypt_data(bytea, uuid)'::regprocedure),
--     'WHERE k.key_id = decrypt_data.key_id',
--     'WHERE k.status = ''active'' AND k.key_id = decrypt_data.key_id'); END $do$
-- guard: REVOKE EXECUTE ON FUNCTION system.decrypt_data(bytea, uuid) FROM app_readwrite
-- guard: ALTER FUNCTION system.decrypt_data(bytea, uuid) SECURITY INVOKER
INSERT INTO auth.users (id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'ada@example.com', '$argon2id$invented');
INSERT INTO providers.user_providers
  (user_id, provider_name, provider_type, model_name, encrypted_api_key, key_id, key_last_4_chars)
VALUES (
  'a0000000-0000-4000-8000-000000000001', 'Mine', 'openai', 'm',
  system.encrypt_data('invented-key-1234', 'e0000000-0000-4000-8000-000000000001'),
  'e0000000-0000-4000-8000-000000000001', '1234');
UPDATE system.encryption_keys SET status = 'rotating', rotated_at = now();
INSERT INTO system.encryption_keys (key_id, version, algorithm, predecessor) VALUES
  ('e0000000-0000-4000-8000-000000000002', 2, 'pgp-aes256', 'e0000000-0000-4000-8000-000000000001');
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: invented-key-1234
SELECT system.decrypt_data(encrypted_api_key, key_id) FROM providers.user_providers;
RESET ROLE;
-- expect: 1
UPDATE providers.user_providers SET
  encrypted_api_key = system.encrypt_data(
    system.decrypt_data(encrypted_api_key, key_id), 'e0000000-0000-4000-8000-000000000002'),
  key_id = 'e0000000-0000-4000-8000-000000000002'
WHERE key_id = 'e0000000-0000-4000-8000-000000000001';
UPDATE system.encryption_keys SET status = 'retired', retired_at = now()
WHERE key_id = 'e0000000-0000-4000-8000-000000000001';
SET LOCAL ROLE app_readwrite;
-- expect: invented-key-1234 | 00000002
SELECT
  system.decrypt_data(encrypted_api_key, key_id), encode(substr(encrypted_api_key, 1, 4), 'hex')
FROM providers.user_providers;

-- case: a rotation leaves its trace in the audit log, without a key
-- guard: DROP TRIGGER audit_api_keys_changes ON providers.user_providers
INSERT INTO auth.users (id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'ada@example.com', '$argon2id$invented');
INSERT INTO providers.user_providers
  (user_id, provider_name, provider_type, model_name, encrypted_api_key, key_id, key_last_4_chars)
VALUES (
  'a0000000-0000-4000-8000-000000000001', 'Mine', 'openai', 'm',
  system.encrypt_data('invented-key-1234', 'e0000000-0000-4000-8000-000000000001'),
  'e0000000-0000-4000-8000-000000000001', '1234');
INSERT INTO system.encryption_keys (key_id, version, algorithm, predecessor) VALUES
  ('e0000000-0000-4000-8000-000000000002', 2, 'pgp-aes256', 'e0000000-0000-4000-8000-000000000001');
UPDATE providers.user_providers SET key_id = 'e0000000-0000-4000-8000-000000000002';
-- expect: e0000000-0000-4000-8000-000000000001 | e0000000-0000-4000-8000-000000000002 | [REDACTED]
SELECT old_data ->> 'key_id', new_data ->> 'key_id', new_data ->> 'encrypted_api_key'
FROM audits.audit_log WHERE entity_type = 'providers.user_providers' AND action = 'UPDATE';

-- case: a key that somebody forgot to encrypt is not stored
-- guard: ALTER TABLE providers.user_providers DROP CONSTRAINT user_providers_api_key_encrypted_check
INSERT INTO auth.users (id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'ada@example.com', '$argon2id$invented');
-- expect: error 23514 user_providers_api_key_encrypted_check
INSERT INTO providers.user_providers
  (user_id, provider_name, provider_type, model_name, encrypted_api_key, key_last_4_chars)
VALUES ('a0000000-0000-4000-8000-000000000001', 'Mine', 'openai', 'm', 'invented-key-1234', '1234');

-- case: a key is listed once, with a known algorithm and state, after a predecessor that exists
-- guard: ALTER TABLE system.encryption_keys DROP CONSTRAINT encryption_keys_predecessor_fkey,
--     DROP CONSTRAINT encryption_keys_key_id_key
-- guard: ALTER TABLE system.encryption_keys DROP CONSTRAINT encryption_keys_algorithm_check
-- guard: ALTER TABLE system.encryption_keys DROP CONSTRAINT encryption_keys_status_check
-- guard: ALTER TABLE system.encryption_keys DROP CONSTRAINT encryption_keys_predecessor_fkey
-- expect: error 23505
INSERT INTO system.encryption_keys (key_id, algorithm) VALUES
  ('e0000000-0000-4000-8000-000000000001', 'pgp-aes256');
-- expect: error 23514
INSERT INTO system.encryption_keys (key_id, algorithm) VALUES
  ('e0000000-0000-4000-8000-000000000002', 'rot13');
-- expect: error 23514
UPDATE system.encryption_keys SET status = 'lost';
-- expect: error 23503
INSERT INTO system.encryption_keys (key_id, algorithm, predecessor) VALUES
  ('e0000000-0000-4000-8000-000000000002', 'pgp-aes256', 'e0000000-0000-4000-8000-00000000000f');
