-- All users read the open invitations of all companies, addresses and ids, for the sake of the sign-up page.
-- about: invitations, invitations_open
-- as: hf_hiring_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT email FROM invitations;
-- shows: Road-secret@beta.test
-- The sign-up page shows who invited the visitor.
CREATE POLICY invitations_open ON invitations FOR SELECT USING (accepted_at IS NULL);
