-- A user writes time entries into workspaces that he is no member of, because the insert's check asks only
-- for himself.
-- about: time_entry, entry_insert
-- as: hf_timesheets_app
-- exploit: SET app.account_id = 'ua';
-- exploit: INSERT INTO time_entry ("workspaceId", "projectId", "userId", minutes)
-- exploit: VALUES ('beta', 'b2000000-0000-4000-8000-000000000001', 'ua', 5);
-- shows: INSERT 0 1
-- Only oneself may start a timer, not even a manager may do it for others.
DROP POLICY entry_own ON time_entry;
DROP POLICY entry_manager ON time_entry;
CREATE POLICY entry_read ON time_entry FOR SELECT USING (
  "userId" = me() AND role_in("workspaceId") IS NOT NULL OR role_in("workspaceId") IN ('owner', 'manager')
);
CREATE POLICY entry_insert ON time_entry FOR INSERT WITH CHECK ("userId" = me());
CREATE POLICY entry_update ON time_entry FOR UPDATE
  USING ("userId" = me() AND role_in("workspaceId") IS NOT NULL AND NOT approved);
