-- A session without an account reads the letters of any account by its number, because the guard compares
-- with NULL and then never raises.
-- about: run_dunning, dunning_letters
-- as: hf_arrearsbook_app
-- exploit: SELECT * FROM run_dunning(1001);
-- shows: Road-secret letter
CREATE FUNCTION run_dunning(p_account_id bigint) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF p_account_id <> current_account_id() THEN
    RAISE EXCEPTION 'not your account';
  END IF;
  RETURN QUERY
    UPDATE dunning_letters d SET sent_at = now(), stage = d.stage + 1
    WHERE d.account_id = p_account_id AND d.sent_at IS NULL
    RETURNING d.body;
END $$;
REVOKE ALL ON FUNCTION run_dunning(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION run_dunning(bigint) TO hf_arrearsbook_app;
