-- A workspace makes itself a guest in any project, because the new policy also lets the guest's side write
-- shares.
-- about: project_share, share_guest, is_guest, project
-- as: hf_timesheets_app
-- exploit: SET app.account_id = 'ua';
-- exploit: INSERT INTO project_share VALUES ('beta', 'b2000000-0000-4000-8000-000000000001', 'alpha');
-- exploit: SELECT name FROM project;
-- shows: Road-secret shop
-- Guests see who shares with them, and can end it.
CREATE POLICY share_guest ON project_share USING (role_in("guestWorkspaceId") IS NOT NULL);
