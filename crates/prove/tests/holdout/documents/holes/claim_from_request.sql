-- A user reads all teams whose ids stand in the metadata the user itself writes.
-- about: documents
-- as: ho_documents_user
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001", "role":
-- exploit: "authenticated"}';
-- exploit: SET request.headers.team = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: SELECT title FROM documents;
-- shows: DB-secret
CREATE POLICY "teams in the token" ON documents FOR SELECT USING (
  team_id::text = current_setting('request.headers.team', true));
