-- Harmless: the function changes the item within the organization whose member the caller is.
CREATE FUNCTION rotate_secret(org uuid, item uuid, fresh text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE old text;
BEGIN
  IF NOT has_role(org, 'member') THEN
    RAISE EXCEPTION 'not allowed';
  END IF;
  SELECT s.ciphertext INTO old FROM secrets s WHERE s.org_id = org AND s.item_id = item FOR UPDATE;
  UPDATE secrets s SET ciphertext = fresh, rotated_at = now() WHERE s.org_id = org AND s.item_id = item;
  RETURN old;
END
$$;
REVOKE EXECUTE ON FUNCTION rotate_secret(uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rotate_secret(uuid, uuid, text) TO hf_vault_app;
