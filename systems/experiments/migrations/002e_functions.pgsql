-- Encryption with keys derived from a master key that the database never stores, and the audit of sensitive
-- tables. All are SECURITY DEFINER. A definer that is no superuser meets forced row security too: 003 admits
-- the tables' owner to all rows, and schema system has no row security.

-- The result is the key's version (four bytes) and an OpenPGP message. The working key is
-- HMAC-SHA256(master key, key id and version); it is as strong as a random one, so that the slow iterated
-- string-to-key of OpenPGP would only cost time (s2k-mode=1).
CREATE OR REPLACE FUNCTION system.encrypt_data(plaintext text, key_id uuid) RETURNS bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $func$
DECLARE
  master text := current_setting('app.master_key', true);
  key system.encryption_keys;
BEGIN
  IF coalesce(length(master), 0) < 16 THEN
    RAISE EXCEPTION 'app.master_key is missing or shorter than 16 characters'
      USING ERRCODE = 'invalid_parameter_value', HINT = 'Set it for the connection; it is never stored.';
  END IF;
  SELECT k.* INTO key FROM system.encryption_keys AS k WHERE k.key_id = encrypt_data.key_id;
  IF NOT FOUND OR key.status <> 'active' THEN
    RAISE EXCEPTION 'there is no active encryption key %', coalesce(key_id::text, 'null')
      USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Encrypt with the key that the last rotation made active.';
  END IF;
  IF key.algorithm <> 'pgp-aes256' THEN
    RAISE EXCEPTION 'the encryption key % is for %, which the application does itself', key_id, key.algorithm
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  RETURN int4send(key.version) || public.pgp_sym_encrypt(
    plaintext,
    encode(public.hmac(key.key_id || ':' || key.version, master, 'sha256'), 'hex'),
    'cipher-algo=aes256, compress-algo=0, s2k-mode=1, s2k-digest-algo=sha256');
END
$func$;

-- Works with a key of any status, so that old data stays readable while and after a rotation. A wrong key or
-- a damaged message is an error: OpenPGP's integrity check covers the text (not the packet's length field,
-- which pgcrypto does not rely on).
CREATE OR REPLACE FUNCTION system.decrypt_data(ciphertext bytea, key_id uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $func$
DECLARE
  master text := current_setting('app.master_key', true);
  written_with integer;
BEGIN
  IF ciphertext IS NULL THEN
    RETURN NULL;
  END IF;
  IF coalesce(length(master), 0) < 16 THEN
    RAISE EXCEPTION 'app.master_key is missing or shorter than 16 characters'
      USING ERRCODE = 'invalid_parameter_value', HINT = 'Set it for the connection; it is never stored.';
  END IF;
  IF NOT EXISTS (SELECT FROM system.encryption_keys AS k WHERE k.key_id = decrypt_data.key_id) THEN
    RAISE EXCEPTION 'there is no encryption key %', coalesce(key_id::text, 'null')
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF length(ciphertext) < 5 THEN
    RAISE EXCEPTION 'the ciphertext is cut short' USING ERRCODE = 'data_corrupted';
  END IF;
  written_with := ('x' || encode(substr(ciphertext, 1, 4), 'hex'))::bit(32)::integer;
  RETURN public.pgp_sym_decrypt(
    substr(ciphertext, 5),
    encode(public.hmac(key_id || ':' || written_with, master, 'sha256'), 'hex'));
END
$func$;

-- Writes what happened to a sensitive row into the audit log. Attached to a table with a column id.
CREATE OR REPLACE FUNCTION audits.log_sensitive_operation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $func$
DECLARE
  masked constant text[] := ARRAY[
    'api_key', 'encrypted_api_key', 'encrypted_dek', 'totp_secret_enc', 'refresh_token_hash', 'token_hash'];
  before_row jsonb;
  after_row jsonb;
  column_name text;
BEGIN
  -- The whole row would hold secrets in a log that cannot be corrected: the hash goes, the others are marked.
  IF TG_OP <> 'INSERT' THEN
    before_row := to_jsonb(OLD) - 'password_hash';
  END IF;
  IF TG_OP <> 'DELETE' THEN
    after_row := to_jsonb(NEW) - 'password_hash';
  END IF;
  FOREACH column_name IN ARRAY masked LOOP
    before_row := jsonb_set(before_row, ARRAY[column_name], '"[REDACTED]"', false);
    after_row := jsonb_set(after_row, ARRAY[column_name], '"[REDACTED]"', false);
  END LOOP;
  INSERT INTO audits.audit_log (entity_type, entity_id, action, user_id, old_data, new_data)
  VALUES (
    TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, coalesce(after_row, before_row) ->> 'id', TG_OP,
    auth.current_user_id(), before_row, after_row);
  RETURN NULL;
END
$func$;

-- Both encrypt and decrypt are the application's work. The trigger function nobody needs to call: a trigger
-- runs without the right to execute it, and with it a writer could attach it to a table of his own.
REVOKE ALL ON FUNCTION
  system.encrypt_data(text, uuid), system.decrypt_data(bytea, uuid), audits.log_sensitive_operation()
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION system.encrypt_data(text, uuid), system.decrypt_data(bytea, uuid)
  TO app_readwrite, app_admin;

DROP TRIGGER IF EXISTS audit_users_changes ON auth.users;
CREATE TRIGGER audit_users_changes AFTER INSERT OR UPDATE OR DELETE ON auth.users
  FOR EACH ROW EXECUTE FUNCTION audits.log_sensitive_operation();

DROP TRIGGER IF EXISTS audit_api_keys_changes ON providers.user_providers;
CREATE TRIGGER audit_api_keys_changes AFTER INSERT OR UPDATE OR DELETE ON providers.user_providers
  FOR EACH ROW EXECUTE FUNCTION audits.log_sensitive_operation();

DROP TRIGGER IF EXISTS audit_promotions_changes ON experiments_v1.promotions;
CREATE TRIGGER audit_promotions_changes AFTER INSERT OR UPDATE OR DELETE ON experiments_v1.promotions
  FOR EACH ROW EXECUTE FUNCTION audits.log_sensitive_operation();
