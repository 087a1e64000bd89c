-- finds: secdef_tenant_param app.count_pins(app.pin_name,app.reach,app.pin[])
-- bad:
-- Domains, an enum, a list of rows, and an argument that comes back.
CREATE DOMAIN app.pin_name AS uuid;
CREATE TYPE app.reach AS ENUM ('none', 'all');
CREATE TABLE app.pin (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, label text, PRIMARY KEY (tenant_id, no));
INSERT INTO app.pin SELECT tenant_id, 70 + id, body FROM app.note;
ALTER TABLE app.pin ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.pin USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.pin TO app_user;
CREATE PROCEDURE app.count_pins(whose app.pin_name, reach app.reach, OUT labels text, VARIADIC also app.pin[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF reach = 'all' THEN SELECT string_agg(label, ',') INTO labels FROM app.pin WHERE tenant_id = whose; END IF;
END $$;
-- good:
CREATE DOMAIN app.pin_name AS uuid;
CREATE TYPE app.reach AS ENUM ('none', 'all');
CREATE TABLE app.pin (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, label text, PRIMARY KEY (tenant_id, no));
INSERT INTO app.pin SELECT tenant_id, 70 + id, body FROM app.note;
ALTER TABLE app.pin ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.pin USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.pin TO app_user;
CREATE PROCEDURE app.count_pins(whose app.pin_name, reach app.reach, OUT labels text, VARIADIC also app.pin[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF reach = 'all' THEN
    SELECT string_agg(label, ',') INTO labels FROM app.pin
    WHERE tenant_id = whose AND tenant_id::text = current_setting('app.tenant', true);
  END IF;
END $$;
