-- The lookup written out in the policy, with both sides named: a member reads the comments of his
-- workspaces only.
ALTER POLICY comments_members ON red.comments
  USING (EXISTS (SELECT 1 FROM red.members m
    WHERE m.user_id = red.uid() AND m.workspace_id = comments.workspace_id));
