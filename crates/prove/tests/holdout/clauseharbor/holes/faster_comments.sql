-- The rewritten policy compares the column of the members with itself, so a member of any workspace reads
-- all comments.
-- about: comments, comments_members, members
-- as: hf_clauseharbor_app
-- exploit: SET request.jwt.claims = '{"sub": "c1000000-0000-4000-8000-00000000000a"}';
-- exploit: SELECT body FROM red.comments;
-- shows: Road-secret remark
-- The call of the function showed up in every plan; a plain lookup by the key of the members is cheaper.
ALTER POLICY comments_members ON red.comments
  USING (EXISTS (SELECT 1 FROM red.members WHERE user_id = red.uid() AND workspace_id = workspace_id));
