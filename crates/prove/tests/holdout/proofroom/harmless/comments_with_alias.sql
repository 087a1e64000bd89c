-- The policy of the comments looks up the membership of the comment's own workspace by full names: harmless.
DROP POLICY "Members use comments" ON proof.comments;
CREATE POLICY "Members use comments" ON proof.comments TO hf_proofroom_app
  USING (EXISTS (SELECT 1 FROM proof.members m
    WHERE m.user_id = proof.uid() AND m.workspace_id = comments.workspace_id))
  WITH CHECK (EXISTS (SELECT 1 FROM proof.members m
    WHERE m.user_id = proof.uid() AND m.workspace_id = comments.workspace_id));
