-- Harmless: the search checks the account and looks only through its messages.
CREATE FUNCTION search_messages(p_account bigint, p_text text)
RETURNS TABLE (conversation_id uuid, content text) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF p_account IS NULL OR p_account NOT IN (SELECT my_accounts()) THEN
    RAISE EXCEPTION 'not your account';
  END IF;
  RETURN QUERY
    SELECT m.conversation_id, m.content FROM messages m
    WHERE m.account_id = p_account
      AND to_tsvector('simple', m.content) @@ plainto_tsquery('simple', p_text)
    ORDER BY m.created_at DESC LIMIT 50;
END $$;
GRANT EXECUTE ON FUNCTION search_messages(bigint, text) TO hf_chatnook_app;
