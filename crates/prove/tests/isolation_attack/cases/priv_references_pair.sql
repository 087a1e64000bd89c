-- finds: priv_references app.guest
-- bad:
CREATE TABLE app.guest (
  tenant_id uuid NOT NULL REFERENCES app.tenant, number integer NOT NULL, stays integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, number));
INSERT INTO app.guest SELECT tenant_id, id FROM app.note;
ALTER TABLE app.guest ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.guest USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.guest TO app_user;
CREATE SCHEMA desk;
GRANT USAGE, CREATE ON SCHEMA desk TO app_user;
GRANT REFERENCES ON app.guest TO app_user;
-- good:
CREATE TABLE app.guest (
  tenant_id uuid NOT NULL REFERENCES app.tenant, number integer NOT NULL, stays integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, number));
INSERT INTO app.guest SELECT tenant_id, id FROM app.note;
ALTER TABLE app.guest ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.guest USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.guest TO app_user;
GRANT REFERENCES ON app.guest TO app_user;
