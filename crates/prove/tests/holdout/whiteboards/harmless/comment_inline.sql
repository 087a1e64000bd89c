-- The membership of comments is looked up inline, with the outer column named by its table.
DROP POLICY "members see" ON comments;
CREATE POLICY "members read comments" ON comments FOR SELECT USING (
  EXISTS (
    SELECT 1 FROM workspace_members m
    WHERE m.workspace_id = comments.workspace_id AND m.user_id = auth.uid()
  )
);
