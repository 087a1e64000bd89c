-- A member moves its own membership to any workspace, because the policy for its choice covers the whole row.
-- about: workspace_members, member_own
-- as: hf_tapwire_app
-- exploit: SET request.jwt.claims = '{"sub": "usr|ann"}';
-- exploit: UPDATE workspace_members SET workspace_id = 'bbbbbbbb-2222-0000-0000-000000000002';
-- exploit: SELECT name FROM campaigns;
-- shows: Road-secret Launch
-- Each member chooses whether it gets the digest.
CREATE POLICY member_own ON workspace_members FOR UPDATE TO hf_tapwire_app
  USING (user_id = auth_user()) WITH CHECK (user_id = auth_user());
GRANT UPDATE ON workspace_members TO hf_tapwire_app;
