-- A user reads all open invitations of all teams.
-- about: invitations
-- as: ho_documents_user
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001", "role":
-- exploit: "authenticated"}';
-- exploit: SELECT email FROM invitations;
-- shows: secret-invite
CREATE POLICY "look up an invitation" ON invitations FOR SELECT USING (auth.uid() IS NOT NULL);
