-- To switch off the mail a member may change their own membership, and so also move it to another workspace.
-- about: members, members_own
-- as: hf_northboard_app
-- exploit: SET board.user_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: UPDATE board.members SET workspace_id = 'b1000000-0000-4000-8000-000000000000', role = 'admin';
-- exploit: SELECT title FROM board.workspaces;
-- shows: Road-secret workspace
GRANT UPDATE ON board.members TO hf_northboard_app;
CREATE POLICY members_own ON board.members FOR UPDATE USING (user_id = board.me());
