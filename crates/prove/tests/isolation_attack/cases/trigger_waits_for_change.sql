-- finds: secdef_trigger_cross_write app.diver
-- bad:
-- Whoever dives with somebody who has left is without a buddy, wherever that is.
CREATE TABLE app.diver (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, called text NOT NULL, buddy_no integer, left_at timestamptz,
  PRIMARY KEY (tenant_id, no), FOREIGN KEY (tenant_id, buddy_no) REFERENCES app.diver);
INSERT INTO app.diver SELECT tenant_id, 20 + id, body FROM app.note;
ALTER TABLE app.diver ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.diver USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, UPDATE ON app.diver TO app_user;
CREATE FUNCTION app.alone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN UPDATE app.diver AS d SET buddy_no = NULL WHERE d.buddy_no = NEW.no; RETURN NULL; END $$;
CREATE TRIGGER alone AFTER UPDATE OF left_at ON app.diver FOR EACH ROW
  WHEN (OLD.left_at IS NULL AND NEW.left_at IS NOT NULL) EXECUTE FUNCTION app.alone();
-- good:
CREATE TABLE app.diver (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, called text NOT NULL, buddy_no integer, left_at timestamptz,
  PRIMARY KEY (tenant_id, no), FOREIGN KEY (tenant_id, buddy_no) REFERENCES app.diver);
INSERT INTO app.diver SELECT tenant_id, 20 + id, body FROM app.note;
ALTER TABLE app.diver ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.diver USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, UPDATE ON app.diver TO app_user;
CREATE FUNCTION app.alone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN UPDATE app.diver AS d SET buddy_no = NULL WHERE d.buddy_no = NEW.no AND d.tenant_id = NEW.tenant_id; RETURN NULL; END $$;
CREATE TRIGGER alone AFTER UPDATE OF left_at ON app.diver FOR EACH ROW
  WHEN (OLD.left_at IS NULL AND NEW.left_at IS NOT NULL) EXECUTE FUNCTION app.alone();
