-- Users may update one column of their own membership, the display name: harmless.
GRANT UPDATE (display_name) ON proof.members TO hf_proofroom_app;
DROP POLICY "Members use members" ON proof.members;
CREATE POLICY "Members see members" ON proof.members FOR SELECT TO hf_proofroom_app
  USING (workspace_id IN (SELECT proof.my_workspaces()));
CREATE POLICY "Users edit themselves" ON proof.members FOR UPDATE TO hf_proofroom_app
  USING (user_id = proof.uid()) WITH CHECK (user_id = proof.uid());
