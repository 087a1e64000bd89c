-- finds: secdef_trigger_cross_write app.barrel
-- bad:
-- What a barrel holds is taken from the last gauge of that brand, whosesoever it is.
CREATE TABLE app.barrel (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, brand text NOT NULL, holds numeric,
  PRIMARY KEY (tenant_id, no), UNIQUE (tenant_id, brand));
INSERT INTO app.barrel SELECT tenant_id, id, 'brand ' || id, id FROM app.note;
CREATE TABLE app.gauge (
  tenant_id uuid NOT NULL, brand text, read_on date, litres numeric NOT NULL,
  PRIMARY KEY (tenant_id, brand, read_on), FOREIGN KEY (tenant_id, brand) REFERENCES app.barrel (tenant_id, brand));
INSERT INTO app.gauge SELECT tenant_id, brand, '2025-02-03', no FROM app.barrel;
ALTER TABLE app.barrel ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.barrel USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.gauge ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.gauge USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.barrel, app.gauge TO app_user;
CREATE FUNCTION app.gauged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.holds IS NULL THEN
    NEW.holds := (SELECT g.litres FROM app.gauge AS g WHERE g.brand = NEW.brand
      ORDER BY g.read_on DESC LIMIT 1);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER gauged BEFORE INSERT ON app.barrel FOR EACH ROW EXECUTE FUNCTION app.gauged();
-- good:
CREATE TABLE app.barrel (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, brand text NOT NULL, holds numeric,
  PRIMARY KEY (tenant_id, no), UNIQUE (tenant_id, brand));
INSERT INTO app.barrel SELECT tenant_id, id, 'brand ' || id, id FROM app.note;
CREATE TABLE app.gauge (
  tenant_id uuid NOT NULL, brand text, read_on date, litres numeric NOT NULL,
  PRIMARY KEY (tenant_id, brand, read_on), FOREIGN KEY (tenant_id, brand) REFERENCES app.barrel (tenant_id, brand));
INSERT INTO app.gauge SELECT tenant_id, brand, '2025-02-03', no FROM app.barrel;
ALTER TABLE app.barrel ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.barrel USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.gauge ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.gauge USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.barrel, app.gauge TO app_user;
CREATE FUNCTION app.gauged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.holds IS NULL THEN
    NEW.holds := (SELECT g.litres FROM app.gauge AS g WHERE g.brand = NEW.brand AND g.tenant_id = NEW.tenant_id
      ORDER BY g.read_on DESC LIMIT 1);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER gauged BEFORE INSERT ON app.barrel FOR EACH ROW EXECUTE FUNCTION app.gauged();
