-- Tenant acme writes files into tenant zeta, because only the path is compared and the column is not.
-- about: files
-- as: ho_drive_app
-- exploit: SET drive.tenant = 'acme';
-- exploit: INSERT INTO drive.files VALUES ('zeta', 'acme/into-zeta');
-- shows: INSERT 0 1
DROP POLICY mine ON drive.files;
CREATE POLICY mine ON drive.files USING (split_part(path, '/', 1) = drive.me());
