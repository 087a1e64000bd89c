-- Singers may write their own memberships: whoever knows a choir's id joins it and reads all it has.
-- about: members, members_join
-- as: hf_choirs_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: INSERT INTO choir.members (choir_id, user_id) VALUES
-- exploit:   ('bbbbbbbb-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-00000000000a');
-- exploit: SELECT title FROM choir.songs;
-- shows: Road-secret song
CREATE POLICY members_join ON choir.members FOR INSERT WITH CHECK (user_id = choir.me() AND NOT is_admin);
CREATE POLICY members_leave ON choir.members FOR DELETE USING (user_id = choir.me());
GRANT INSERT, DELETE ON choir.members TO hf_choirs_app;
