-- finds: error_detail_custom app.scan
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
CREATE FUNCTION app.once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  other text;
BEGIN
  SELECT label INTO other FROM app.crate WHERE no = NEW.crate_no AND tenant_id <> NEW.tenant_id LIMIT 1;
  IF FOUND THEN RAISE EXCEPTION 'that is the crate with %', other; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER once BEFORE INSERT ON app.scan FOR EACH ROW EXECUTE FUNCTION app.once();
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
CREATE FUNCTION app.once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  other text;
BEGIN
  SELECT label INTO other FROM app.crate WHERE no = NEW.crate_no AND tenant_id = NEW.tenant_id AND opened;
  IF FOUND THEN RAISE EXCEPTION 'that is the crate with %', other; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER once BEFORE INSERT ON app.scan FOR EACH ROW EXECUTE FUNCTION app.once();
