-- The dunning run with a guard that also stops a session without an account: IS DISTINCT FROM knows NULL.
CREATE FUNCTION run_dunning(p_account_id bigint) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF p_account_id IS DISTINCT FROM current_account_id() OR p_account_id IS NULL THEN
    RAISE EXCEPTION 'not your account';
  END IF;
  RETURN QUERY
    UPDATE dunning_letters d SET sent_at = now(), stage = d.stage + 1
    WHERE d.account_id = p_account_id AND d.sent_at IS NULL
    RETURNING d.body;
END $$;
REVOKE ALL ON FUNCTION run_dunning(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION run_dunning(bigint) TO hf_arrearsbook_app;
