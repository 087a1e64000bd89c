-- finds: secdef_trigger_cross_write app.parcel_event
-- bad:
-- What a carrier tells of a parcel is told in a document, and the parcel is looked up by its number alone.
CREATE TABLE app.parcel (
  tenant_id uuid NOT NULL REFERENCES app.tenant, label text, state text NOT NULL DEFAULT 'packed',
  PRIMARY KEY (tenant_id, label));
INSERT INTO app.parcel SELECT tenant_id, 'label ' || id FROM app.note;
CREATE TABLE app.parcel_event (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, body jsonb NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.parcel_event SELECT tenant_id, id, '{}' FROM app.note;
ALTER TABLE app.parcel ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.parcel
  USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.parcel_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.parcel_event
  USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.parcel TO app_user;
GRANT SELECT, INSERT ON app.parcel_event TO app_user;
CREATE FUNCTION app.heard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.parcel AS p SET state = NEW.body ->> 'state' WHERE p.label = (NEW.body ->> 'label');
  RETURN NULL;
END $$;
CREATE TRIGGER heard AFTER INSERT ON app.parcel_event FOR EACH ROW EXECUTE FUNCTION app.heard();
-- good:
CREATE TABLE app.parcel (
  tenant_id uuid NOT NULL REFERENCES app.tenant, label text, state text NOT NULL DEFAULT 'packed',
  PRIMARY KEY (tenant_id, label));
INSERT INTO app.parcel SELECT tenant_id, 'label ' || id FROM app.note;
CREATE TABLE app.parcel_event (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, body jsonb NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.parcel_event SELECT tenant_id, id, '{}' FROM app.note;
ALTER TABLE app.parcel ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.parcel
  USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.parcel_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.parcel_event
  USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.parcel TO app_user;
GRANT SELECT, INSERT ON app.parcel_event TO app_user;
CREATE FUNCTION app.heard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.parcel AS p SET state = NEW.body ->> 'state' WHERE p.label = (NEW.body ->> 'label') AND p.tenant_id = NEW.tenant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER heard AFTER INSERT ON app.parcel_event FOR EACH ROW EXECUTE FUNCTION app.heard();
