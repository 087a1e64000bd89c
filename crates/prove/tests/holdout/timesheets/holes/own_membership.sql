-- A user rewrites his own membership row to another workspace, because the policy asks only whose row it is.
-- about: workspace_member, member_self
-- as: hf_timesheets_app
-- exploit: SET app.account_id = 'ua';
-- exploit: UPDATE workspace_member SET "workspaceId" = 'beta' WHERE "userId" = 'ua';
-- exploit: SELECT name FROM project;
-- shows: Road-secret shop
-- People set their weekly hours themselves.
CREATE POLICY member_self ON workspace_member FOR UPDATE USING ("userId" = me());
CREATE POLICY member_self_read ON workspace_member FOR SELECT USING ("userId" = me());
GRANT UPDATE ON workspace_member TO hf_timesheets_app;
