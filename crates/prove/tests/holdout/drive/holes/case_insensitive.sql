-- Tenant ZETA reads the files of zeta: slugs are compared without regard to case.
-- about: versions
-- as: ho_drive_app
-- exploit: SET drive.tenant = 'acme';
-- exploit: SET drive.tenant = 'ZETA';
-- exploit: SELECT digest FROM drive.versions;
-- shows: deadbeef
DROP POLICY mine ON drive.versions;
CREATE POLICY mine ON drive.versions USING (lower(tenant) = lower(drive.me()));
