-- Anyone may read open invitations with their tokens and addresses, meant for the page of the invited.
-- about: invitations, invited
-- as: hf_parish_app
-- exploit: SET app.user_id = 'aaaaaaaa-0000-4000-8000-00000000000c';
-- exploit: SELECT token, email FROM church.invitations;
-- shows: guest@road-secret.example
-- The invited have no membership yet, and still must see what they accept.
CREATE POLICY invited ON church.invitations FOR SELECT USING (accepted_at IS NULL);
