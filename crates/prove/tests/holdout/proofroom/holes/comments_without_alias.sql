-- A user reads the comments of all workspaces, as the bare column name in the subquery means the inner
-- table.
-- about: comments
-- as: hf_proofroom_app
-- exploit: SET request.jwt.claims = '{"sub": "a1111111-0000-4000-8000-0000000000aa"}';
-- exploit: SELECT body FROM proof.comments;
-- shows: Road-secret remark
DROP POLICY "Members use comments" ON proof.comments;
CREATE POLICY "Members use comments" ON proof.comments TO hf_proofroom_app
  USING (EXISTS (SELECT 1 FROM proof.members m
    WHERE m.user_id = proof.uid() AND m.workspace_id = workspace_id))
  WITH CHECK (workspace_id IN (SELECT proof.my_workspaces()));
