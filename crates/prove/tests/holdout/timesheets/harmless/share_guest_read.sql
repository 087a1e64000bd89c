-- The guest's side of a share may see it, but not make or change one.
CREATE POLICY share_guest_read ON project_share FOR SELECT USING (role_in("guestWorkspaceId") IS NOT NULL);
