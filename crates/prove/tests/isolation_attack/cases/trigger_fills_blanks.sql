-- finds: secdef_trigger_cross_write app.guest
-- bad:
-- What is left blank in a new guest is taken from whoever has one with the same number.
CREATE TABLE app.guest (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer NOT NULL, phone text, called text, firm text,
  PRIMARY KEY (tenant_id, no));
INSERT INTO app.guest SELECT id, 1, '+1 ' || left(id::text, 4), replace(name, ' ', '_'), name FROM app.tenant;
ALTER TABLE app.guest ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.guest USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.guest TO app_user;
CREATE FUNCTION app.complete() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.called IS NULL AND NEW.firm IS NULL THEN
    SELECT g.called, g.firm INTO NEW.called, NEW.firm FROM app.guest AS g WHERE g.phone = NEW.phone LIMIT 1;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER complete BEFORE INSERT ON app.guest FOR EACH ROW EXECUTE FUNCTION app.complete();
-- good:
CREATE TABLE app.guest (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer NOT NULL, phone text, called text, firm text,
  PRIMARY KEY (tenant_id, no));
INSERT INTO app.guest SELECT id, 1, '+1 ' || left(id::text, 4), replace(name, ' ', '_'), name FROM app.tenant;
ALTER TABLE app.guest ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.guest USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.guest TO app_user;
CREATE FUNCTION app.complete() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.called IS NULL AND NEW.firm IS NULL THEN
    SELECT g.called, g.firm INTO NEW.called, NEW.firm FROM app.guest AS g
    WHERE g.phone = NEW.phone AND g.tenant_id = NEW.tenant_id LIMIT 1;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER complete BEFORE INSERT ON app.guest FOR EACH ROW EXECUTE FUNCTION app.complete();
