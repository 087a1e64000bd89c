-- Tenant acme fills the quota of zeta: the trigger takes the tenant from the path.
-- about: files, quotas, count_bytes
-- as: ho_drive_app
-- exploit: SET drive.tenant = 'acme';
-- exploit: INSERT INTO drive.files VALUES ('acme', 'zeta/x', 777);
-- exploit: SET drive.tenant = 'zeta';
-- exploit: SELECT used_bytes FROM drive.quotas;
-- shows: 778
CREATE OR REPLACE FUNCTION drive.count_bytes() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE drive.quotas SET used_bytes = used_bytes + NEW.size_bytes WHERE tenant = split_part(NEW.path, '/',
    1);
  RETURN NEW;
END $$;
