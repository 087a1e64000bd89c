-- Shared drives: files with a path below the tenant, versions, shares within the tenant.

CREATE ROLE ho_drive_app LOGIN;
CREATE SCHEMA drive;

CREATE TABLE drive.tenants (slug text PRIMARY KEY, title text NOT NULL);
CREATE FUNCTION drive.me() RETURNS text LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('drive.tenant', true), '') $$;

CREATE TABLE drive.members (
  tenant text NOT NULL REFERENCES drive.tenants,
  login text NOT NULL,
  may_write boolean NOT NULL DEFAULT true,
  PRIMARY KEY (tenant, login)
);
CREATE TABLE drive.files (
  tenant text NOT NULL REFERENCES drive.tenants,
  path text NOT NULL,
  size_bytes bigint NOT NULL DEFAULT 0,
  trashed_at timestamptz,
  shared_by_link boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant, path)
);
CREATE TABLE drive.versions (
  tenant text NOT NULL,
  path text NOT NULL,
  version integer NOT NULL,
  digest bytea,
  PRIMARY KEY (tenant, path, version),
  FOREIGN KEY (tenant, path) REFERENCES drive.files ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE TABLE drive.shares (
  tenant text NOT NULL,
  path text NOT NULL,
  login text NOT NULL,
  PRIMARY KEY (tenant, path, login),
  FOREIGN KEY (tenant, path) REFERENCES drive.files ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (tenant, login) REFERENCES drive.members ON DELETE CASCADE
);
CREATE TABLE drive.quotas (
  tenant text PRIMARY KEY REFERENCES drive.tenants,
  used_bytes bigint NOT NULL DEFAULT 0,
  max_bytes bigint NOT NULL DEFAULT 1000000
);

CREATE FUNCTION drive.count_bytes() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE drive.quotas SET used_bytes = used_bytes + NEW.size_bytes WHERE tenant = NEW.tenant;
  RETURN NEW;
END $$;
CREATE TRIGGER count_bytes AFTER INSERT ON drive.files FOR EACH ROW EXECUTE FUNCTION drive.count_bytes();

ALTER TABLE drive.tenants ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE drive.members ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE drive.files ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE drive.versions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE drive.shares ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE drive.quotas ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY mine ON drive.tenants FOR SELECT USING (slug = drive.me());
CREATE POLICY mine ON drive.members USING (tenant = drive.me());
CREATE POLICY mine ON drive.files USING (tenant = drive.me());
CREATE POLICY mine ON drive.versions USING (tenant = drive.me());
CREATE POLICY mine ON drive.shares USING (tenant = drive.me());
CREATE POLICY mine ON drive.quotas FOR SELECT USING (tenant = drive.me());
GRANT USAGE ON SCHEMA drive TO ho_drive_app;
GRANT SELECT ON drive.tenants, drive.quotas TO ho_drive_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON drive.members, drive.files, drive.versions, drive.shares TO
  ho_drive_app;
