-- The same function with names in full and temporary tables last: only real administrators of the account
-- pass.
CREATE FUNCTION sign.void_envelope(p_account bigint, p_no integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE v_subject text;
BEGIN
  PERFORM 1 FROM sign.account_users u
    WHERE u.account_id = p_account AND u.user_id = sign.subject() AND u.is_admin;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only administrators of the account may void an envelope';
  END IF;
  UPDATE sign.envelopes e SET status = 'void'
    WHERE e.account_id = p_account AND e.envelope_no = p_no RETURNING e.subject INTO v_subject;
  RETURN v_subject;
END $$;
REVOKE EXECUTE ON FUNCTION sign.void_envelope(bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sign.void_envelope(bigint, integer) TO hf_countersign_app;
