-- Users edit their own address: the grant covers that column alone, so the workspace cannot be changed.
GRANT UPDATE (email) ON ct.members TO hf_contracts_app;
CREATE POLICY members_update ON ct.members FOR UPDATE TO hf_contracts_app
  USING (user_id = ct.uid()) WITH CHECK (user_id = ct.uid());
