-- A member changes only the one column of its own membership.
CREATE POLICY member_own ON workspace_members FOR UPDATE TO hf_tapwire_app
  USING (user_id = auth_user() AND member_of(workspace_id))
  WITH CHECK (user_id = auth_user() AND member_of(workspace_id));
GRANT UPDATE (digest) ON workspace_members TO hf_tapwire_app;
