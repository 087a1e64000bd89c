-- Tenant acme reads all files that are shared by a link.
-- about: files
-- as: ho_drive_app
-- exploit: SET drive.tenant = 'acme';
-- exploit: SELECT path FROM drive.files;
-- shows: linked-secret
CREATE POLICY linked ON drive.files FOR SELECT USING (shared_by_link AND trashed_at IS NULL);
