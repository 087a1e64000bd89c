-- An invited person must see the invitation before they belong, so all that are still open can be read.
-- about: invitations, Invited people read
-- as: hf_tutorbee_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000002"}';
-- exploit: SELECT email, role FROM invitations;
-- shows: Road-secret@road.test
CREATE POLICY "Invited people read" ON invitations FOR SELECT
  USING (uid() IS NOT NULL AND accepted_at IS NULL);
