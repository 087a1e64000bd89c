-- The function touches only tokens of the network in the setting.
CREATE FUNCTION revoke_feeds(p_tokens text[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_count integer;
BEGIN
  UPDATE feeds SET revoked = true WHERE token = ANY (p_tokens) AND network_id = app_network();
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END
$$;
