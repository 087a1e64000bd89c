-- A login reads the tokens of all open invitations, which the accept page must see before anyone has an
-- account.
-- about: invitations, invitations_open
-- as: hf_redhunt_app
-- exploit: SET app.current_account_id = '1';
-- exploit: SELECT email, token FROM invitations;
-- shows: tok-road-secret
CREATE POLICY invitations_open ON invitations FOR SELECT USING (expires_at > now());
