-- Tenant acme reads the files of acme2: the policy compares the beginning of the path.
-- about: files
-- as: ho_drive_app
-- exploit: SET drive.tenant = 'acme';
-- exploit: SELECT path FROM drive.files;
-- shows: acme2/two-secret
DROP POLICY mine ON drive.files;
CREATE POLICY mine ON drive.files USING (starts_with(path, drive.me()));
