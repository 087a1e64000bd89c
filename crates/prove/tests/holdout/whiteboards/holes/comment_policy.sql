-- Members of any workspace read all comments, because workspace_id in the subquery means the member's own
-- column.
-- about: comments, members read comments
-- as: hf_whiteboards_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT body FROM comments;
-- shows: Road-secret remark
-- One membership look-up inline, the function was slow on long lists.
DROP POLICY "members see" ON comments;
CREATE POLICY "members read comments" ON comments FOR SELECT USING (
  EXISTS (
    SELECT 1 FROM workspace_members m
    WHERE m.workspace_id = workspace_id AND m.user_id = auth.uid()
  )
);
