-- finds: secdef_trigger_cross_write app.scan
-- bad:
CREATE TABLE app.crate (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, opened boolean NOT NULL DEFAULT false,
  label text, PRIMARY KEY (tenant_id, no));
INSERT INTO app.crate SELECT tenant_id, 40 + id, false, body FROM app.note;
CREATE TABLE app.scan (
  tenant_id uuid NOT NULL, crate_no integer, moment integer, FOREIGN KEY (tenant_id, crate_no) REFERENCES app.crate,
  PRIMARY KEY (tenant_id, crate_no, moment));
INSERT INTO app.scan SELECT tenant_id, no, 5 FROM app.crate;
ALTER TABLE app.crate ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.crate USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.scan ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.scan USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.crate TO app_user;
GRANT SELECT, INSERT ON app.scan TO app_user;
CREATE FUNCTION app.opened() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN UPDATE app.crate SET opened = true WHERE no = NEW.crate_no; RETURN NULL; END $$;
CREATE TRIGGER opened AFTER INSERT ON app.scan FOR EACH ROW EXECUTE FUNCTION app.opened();
-- good:
CREATE TABLE app.crate (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, opened boolean NOT NULL DEFAULT false,
  label text, PRIMARY KEY (tenant_id, no));
INSERT INTO app.crate SELECT tenant_id, 40 + id, false, body FROM app.note;
CREATE TABLE app.scan (
  tenant_id uuid NOT NULL, crate_no integer, moment integer, FOREIGN KEY (tenant_id, crate_no) REFERENCES app.crate,
  PRIMARY KEY (tenant_id, crate_no, moment));
INSERT INTO app.scan SELECT tenant_id, no, 5 FROM app.crate;
ALTER TABLE app.crate ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.crate USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.scan ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.scan USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.crate TO app_user;
GRANT SELECT, INSERT ON app.scan TO app_user;
CREATE FUNCTION app.opened() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN UPDATE app.crate SET opened = true WHERE (tenant_id, no) = (NEW.tenant_id, NEW.crate_no); RETURN NULL; END $$;
CREATE TRIGGER opened AFTER INSERT ON app.scan FOR EACH ROW EXECUTE FUNCTION app.opened();
