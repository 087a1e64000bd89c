-- Any user can write a membership row for himself in any workspace, because the policy asks only for his
-- own user id.
-- about: workspace_members, join workspace
-- as: hf_whiteboards_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: INSERT INTO workspace_members (workspace_id, user_id) VALUES
-- exploit:   ('b0000000-0000-4000-8000-00000000000b', auth.uid());
-- exploit: SELECT title FROM boards;
-- shows: Road-secret plan
-- The sign-up flow writes the first membership itself now.
CREATE POLICY "join workspace" ON workspace_members FOR INSERT WITH CHECK (user_id = auth.uid());
GRANT INSERT ON workspace_members TO hf_whiteboards_app;
