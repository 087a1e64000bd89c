-- A member of any workspace reads all comments: the name in the subquery means the row of the membership.
-- about: comments
-- as: hf_contracts_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001", "role": "member"}';
-- exploit: SELECT body FROM ct.comments;
-- shows: Road-secret comment
-- The comments ask the memberships directly, which lets the planner use their index.
DROP POLICY comments_select ON ct.comments;
CREATE POLICY comments_select ON ct.comments FOR SELECT TO hf_contracts_app
  USING (EXISTS (SELECT 1 FROM ct.members m
    WHERE m.workspace_id = workspace_id AND m.user_id = ct.uid()));
