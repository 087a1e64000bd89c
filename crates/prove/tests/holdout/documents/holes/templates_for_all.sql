-- A user reads the templates of every team.
-- about: documents
-- as: ho_documents_user
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001", "role":
-- exploit: "authenticated"}';
-- exploit: SELECT title FROM documents;
-- shows: TB-secret
CREATE POLICY "templates" ON documents FOR SELECT USING (is_template OR team_id IN (SELECT
  private.my_teams()));
