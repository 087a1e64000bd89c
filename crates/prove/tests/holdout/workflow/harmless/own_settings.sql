-- Users edit the settings of their own membership; nothing that opens a company is kept in them.
GRANT UPDATE (settings) ON wf.memberships TO hf_workflow_app;
CREATE POLICY w ON wf.memberships FOR UPDATE TO hf_workflow_app
  USING (user_id = wf.current_user_id()) WITH CHECK (user_id = wf.current_user_id());
