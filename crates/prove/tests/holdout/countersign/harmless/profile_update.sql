-- A person may edit the own e-mail and no other column of the own membership.
GRANT UPDATE (email) ON sign.account_users TO hf_countersign_app;
CREATE POLICY own_profile ON sign.account_users FOR UPDATE
  USING (user_id = sign.subject()) WITH CHECK (user_id = sign.subject());
