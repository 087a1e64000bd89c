-- Harmless: the transcript is made for sessions of accounts where the caller works.
CREATE FUNCTION api.transcript(session uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bots, pg_temp AS $$
  SELECT string_agg(t.speaker || ': ' || t.body, E'\n' ORDER BY t.n) FROM turns t
  WHERE t.session_id = session AND works_at(t.account_id)
$$;
GRANT EXECUTE ON FUNCTION api.transcript(uuid) TO hf_chatbots_app;
