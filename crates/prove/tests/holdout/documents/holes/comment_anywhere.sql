-- A user writes comments into the documents of other teams.
-- about: comments
-- as: ho_documents_user
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001", "role":
-- exploit: "authenticated"}';
-- exploit: INSERT INTO comments (team_id, document_id, body) VALUES
-- exploit: ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000003', 'spam');
-- shows: INSERT 0 1
DROP POLICY "comment" ON comments;
CREATE POLICY "comment" ON comments FOR INSERT WITH CHECK (author_id = auth.uid());
