-- Tenant acme deletes the trash of everybody, and with it all that is not trash: NULL < now() is made true.
-- about: files
-- as: ho_drive_app
-- exploit: SET drive.tenant = 'acme';
-- exploit: DELETE FROM drive.files;
-- shows: DELETE 4
CREATE POLICY trash ON drive.files FOR DELETE USING (coalesce(trashed_at, '-infinity') < now());
