-- The bulk function has its owner's rights but names the account of the session in its statement.
CREATE FUNCTION bulk_close(p_ids uuid[]) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  UPDATE bugs SET closed_at = now()
  WHERE account_id = current_account_id() AND id = ANY (p_ids) AND closed_at IS NULL;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
REVOKE ALL ON FUNCTION bulk_close(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bulk_close(uuid[]) TO hf_bugtracker_app;
