-- Anyone joins any space, because the policy for new members asks only that the row names the person itself.
-- about: members, members_join
-- as: hf_wisebase_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-0000-0000-000000000001"}';
-- exploit: INSERT INTO kb.members (space_id, user_id) VALUES (20, kb.uid());
-- exploit: SELECT title, body FROM kb.articles;
-- shows: Road-secret merger
-- People join by the link in their invitation.
CREATE POLICY members_join ON kb.members FOR INSERT WITH CHECK (user_id = kb.uid());
GRANT INSERT ON kb.members TO hf_wisebase_app;
