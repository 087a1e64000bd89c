-- Harmless: members may change their own row, but the grant is for the display name alone.
GRANT UPDATE (display_name) ON org_members TO hf_vault_app;
CREATE POLICY org_members_self ON org_members FOR UPDATE
  USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());
