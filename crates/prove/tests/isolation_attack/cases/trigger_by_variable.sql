-- finds: secdef_trigger_cross_write app.seal
-- bad:
-- A seal that is broken opens the vault that its row names, whosesoever it is.
CREATE TABLE app.vault (
  tenant_id uuid NOT NULL REFERENCES app.tenant, label text, locked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, label));
INSERT INTO app.vault SELECT tenant_id, 'vault ' || id FROM app.note;
CREATE TABLE app.seal (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, hangs_at text NOT NULL, broken boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, no));
INSERT INTO app.seal SELECT tenant_id, id, 'door ' || id FROM app.note;
ALTER TABLE app.vault ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.vault USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.seal ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.seal USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.vault TO app_user;
GRANT SELECT, UPDATE (broken) ON app.seal TO app_user;
CREATE FUNCTION app.opened() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE door text := NEW.hangs_at;
BEGIN
  IF NEW.broken AND NOT OLD.broken THEN
    UPDATE app.vault AS v SET locked = false WHERE v.label = door AND v.locked;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER opened AFTER UPDATE ON app.seal FOR EACH ROW EXECUTE FUNCTION app.opened();
-- good:
CREATE TABLE app.vault (
  tenant_id uuid NOT NULL REFERENCES app.tenant, label text, locked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, label));
INSERT INTO app.vault SELECT tenant_id, 'vault ' || id FROM app.note;
CREATE TABLE app.seal (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, hangs_at text NOT NULL, broken boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, no));
INSERT INTO app.seal SELECT tenant_id, id, 'door ' || id FROM app.note;
ALTER TABLE app.vault ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.vault USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.seal ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.seal USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.vault TO app_user;
GRANT SELECT, UPDATE (broken) ON app.seal TO app_user;
CREATE FUNCTION app.opened() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE door text := NEW.hangs_at;
BEGIN
  IF NEW.broken AND NOT OLD.broken THEN
    UPDATE app.vault AS v SET locked = false WHERE v.label = door AND v.locked AND v.tenant_id = NEW.tenant_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER opened AFTER UPDATE ON app.seal FOR EACH ROW EXECUTE FUNCTION app.opened();
