-- finds: fk_cross_tenant trip_carrier_fkey on app.trip
-- bad:
-- One list of all carriers: what another tenant has put on it, a trip may name.
CREATE TABLE app.carrier (
  tenant_id uuid NOT NULL REFERENCES app.tenant, carrier text, PRIMARY KEY (tenant_id, carrier));
CREATE TABLE app.trip (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, carrier text NOT NULL, PRIMARY KEY (tenant_id, no));
ALTER TABLE app.carrier ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.carrier USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.trip ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.trip USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.carrier, app.trip TO app_user;
INSERT INTO app.carrier SELECT tenant_id, body FROM app.note;
CREATE TABLE app.carriers_known (carrier text PRIMARY KEY);
INSERT INTO app.carriers_known VALUES ('ash keeps this');
INSERT INTO app.trip SELECT tenant_id, id, 'ash keeps this' FROM app.note;
ALTER TABLE app.trip ADD FOREIGN KEY (carrier) REFERENCES app.carriers_known;
CREATE FUNCTION app.keep_carrier() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN INSERT INTO app.carriers_known VALUES (NEW.carrier) ON CONFLICT DO NOTHING; RETURN NULL; END $$;
CREATE TRIGGER keep_carrier AFTER INSERT ON app.carrier FOR EACH ROW EXECUTE FUNCTION app.keep_carrier();
-- good:
-- A trip names a carrier of its own tenant.
CREATE TABLE app.carrier (
  tenant_id uuid NOT NULL REFERENCES app.tenant, carrier text, PRIMARY KEY (tenant_id, carrier));
CREATE TABLE app.trip (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, carrier text NOT NULL, PRIMARY KEY (tenant_id, no));
ALTER TABLE app.carrier ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.carrier USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.trip ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.trip USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.carrier, app.trip TO app_user;
INSERT INTO app.carrier SELECT tenant_id, body FROM app.note;
INSERT INTO app.trip SELECT tenant_id, id, body FROM app.note;
ALTER TABLE app.trip ADD FOREIGN KEY (tenant_id, carrier) REFERENCES app.carrier;
