-- Purpose: replacing secrets and remembering whether they work.
-- Date: 2026-11-21
-- Tables: none; rotate_provider_key, rotate_connector_credential, rotate_api_key, record_validation,
-- needs_validation
-- Decisions: all run with the caller's rights, so row security holds. The event key.rotated is written by the
-- audit trigger (100), which sees rotations that come without these functions too.

CREATE OR REPLACE FUNCTION rotate_provider_key(
  id uuid, ciphertext text, kms_key text, principal uuid, reason text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $func$
DECLARE
  previous text := set_actor(principal);
  old_key  provider_keys;
BEGIN
  SELECT * INTO old_key FROM provider_keys AS k WHERE k.provider_key_id = id FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no provider key %', id USING ERRCODE = 'no_data_found';
  END IF;
  UPDATE provider_keys SET encrypted_key = ciphertext, kms_key_id = kms_key, rotated_at = now(),
    updated_at = now(), validation_status = 'pending', validation_error = NULL, validation_timestamp = NULL
  WHERE provider_key_id = id;
  INSERT INTO secret_rotation_log (
    tenant_id, secret_type, secret_id, old_kms_key_id, new_kms_key_id, rotated_by, rotation_reason)
  VALUES (old_key.tenant_id, 'provider_key', id, old_key.kms_key_id, kms_key, principal, reason);
  PERFORM set_config('app.principal_id', previous, true);
END
$func$;
REVOKE ALL ON FUNCTION rotate_provider_key(uuid, text, text, uuid, text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION rotate_connector_credential(
  id uuid, ciphertext text, kms_key text, principal uuid, reason text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $func$
DECLARE
  previous  text := set_actor(principal);
  connector connector_installations;
BEGIN
  SELECT * INTO connector FROM connector_installations AS c WHERE c.connector_installation_id = id FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no connector installation %', id USING ERRCODE = 'no_data_found';
  END IF;
  -- The table has no rotated_at; the log has the time.
  UPDATE connector_installations SET encrypted_config = ciphertext, kms_key_id = kms_key,
    validation_status = 'pending', validation_error = NULL, validation_timestamp = NULL
  WHERE connector_installation_id = id;
  INSERT INTO secret_rotation_log (
    tenant_id, secret_type, secret_id, old_kms_key_id, new_kms_key_id, rotated_by, rotation_reason)
  VALUES (connector.tenant_id, 'connector_credential', id, connector.kms_key_id, kms_key, principal, reason);
  PERFORM set_config('app.principal_id', previous, true);
END
$func$;
REVOKE ALL ON FUNCTION rotate_connector_credential(uuid, text, text, uuid, text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION rotate_api_key(
  id uuid, new_hash text, new_preview text, principal uuid, reason text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $func$
DECLARE
  previous text := set_actor(principal);
  tenant   uuid;
BEGIN
  UPDATE api_keys SET key_hash = new_hash, key_preview = new_preview, rotated_at = now()
  WHERE api_key_id = id
  RETURNING tenant_id INTO tenant;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no API key %', id USING ERRCODE = 'no_data_found';
  END IF;
  INSERT INTO secret_rotation_log (tenant_id, secret_type, secret_id, rotated_by, rotation_reason)
  VALUES (tenant, 'api_key', id, principal, reason);
  PERFORM set_config('app.principal_id', previous, true);
END
$func$;
REVOKE ALL ON FUNCTION rotate_api_key(uuid, text, text, uuid, text) FROM PUBLIC;

-- An error says nothing about the key: it is kept, but the status stays and nothing is cached.
CREATE OR REPLACE FUNCTION record_validation(
  key uuid, test text, outcome text, details jsonb DEFAULT NULL, valid_for interval DEFAULT '24 hours'
) RETURNS uuid
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $func$
DECLARE
  tenant   uuid;
  recorded uuid;
BEGIN
  UPDATE provider_keys SET
    validation_status = CASE outcome
      WHEN 'pass' THEN 'valid' WHEN 'fail' THEN 'invalid' ELSE validation_status END,
    validation_error = CASE WHEN outcome <> 'pass' THEN coalesce(details ->> 'error', outcome) END,
    validation_timestamp = now(), updated_at = now()
  WHERE provider_key_id = key
  RETURNING tenant_id INTO tenant;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no provider key %', key USING ERRCODE = 'no_data_found';
  END IF;
  INSERT INTO key_validation_results (
    tenant_id, provider_key_id, validation_test, result, result_details, valid_until)
  VALUES (tenant, key, test, outcome, details, CASE WHEN outcome <> 'error' THEN now() + valid_for END)
  RETURNING validation_result_id INTO recorded;
  RETURN recorded;
END
$func$;
REVOKE ALL ON FUNCTION record_validation(uuid, text, text, jsonb, interval) FROM PUBLIC;

-- Null when there is no such key, or none that the caller sees. A rotation puts the status back to pending.
CREATE OR REPLACE FUNCTION needs_validation(key uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $func$
  SELECT k.validation_status IS DISTINCT FROM 'valid' AND k.validation_status IS DISTINCT FROM 'invalid'
    OR NOT EXISTS (
      SELECT FROM key_validation_results AS r
      WHERE r.provider_key_id = k.provider_key_id AND r.valid_until > now()
        AND r.validated_at >= coalesce(k.rotated_at, '-infinity'))
  FROM provider_keys AS k WHERE k.provider_key_id = key
$func$;
REVOKE ALL ON FUNCTION needs_validation(uuid) FROM PUBLIC;
