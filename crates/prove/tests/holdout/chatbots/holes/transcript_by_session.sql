-- The transcript function has no check at all; whoever has or guesses a session's id reads it.
-- about: transcript
-- as: hf_chatbots_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT api.transcript('22222222-0000-0000-0000-000000000002');
-- shows: Road-secret question
-- One text of all turns, for mail.
CREATE FUNCTION api.transcript(session uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bots, pg_temp AS $$
  SELECT string_agg(t.speaker || ': ' || t.body, E'\n' ORDER BY t.n) FROM turns t WHERE t.session_id = session
$$;
GRANT EXECUTE ON FUNCTION api.transcript(uuid) TO hf_chatbots_app;
