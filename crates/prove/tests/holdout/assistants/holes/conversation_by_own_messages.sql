-- Messages follow conversations, and conversations were opened by the user id a client may write himself.
-- about: conversations, conversations_own
-- as: hf_assistants_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: INSERT INTO app.conversations (team_id, assistant_id, title)
-- exploit: VALUES ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000001', 'Mine');
-- shows: INSERT 0 1
-- One owns one's conversations, whatever happens to the team.
CREATE POLICY conversations_own ON app.conversations
  USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());
