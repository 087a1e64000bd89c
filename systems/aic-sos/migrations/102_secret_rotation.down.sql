-- Lost: no data. Secrets, the log of their rotations and the validation results stay.

DROP FUNCTION IF EXISTS needs_validation(uuid);
DROP FUNCTION IF EXISTS record_validation(uuid, text, text, jsonb, interval);
DROP FUNCTION IF EXISTS rotate_api_key(uuid, text, text, uuid, text);
DROP FUNCTION IF EXISTS rotate_connector_credential(uuid, text, text, uuid, text);
DROP FUNCTION IF EXISTS rotate_provider_key(uuid, text, text, uuid, text);
