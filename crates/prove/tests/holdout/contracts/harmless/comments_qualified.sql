-- The subquery on the memberships with the table's name before the column: it means the comment's workspace.
DROP POLICY comments_select ON ct.comments;
CREATE POLICY comments_select ON ct.comments FOR SELECT TO hf_contracts_app
  USING (EXISTS (SELECT 1 FROM ct.members m
    WHERE m.workspace_id = comments.workspace_id AND m.user_id = ct.uid()));
