-- finds: view_check_option_oracle app.my_shelf
-- bad:
-- Nobody but the owner comes near the table; the view shows each tenant its own.
CREATE TABLE app.shelf (
  tenant_id uuid NOT NULL REFERENCES app.tenant,
  label text NOT NULL,
  height integer,
  PRIMARY KEY (tenant_id, label)
);
INSERT INTO app.shelf VALUES
  ('11111111-1111-4111-8111-111111111111', 'by the door', 4),
  ('22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b cellar', 7);
CREATE VIEW app.my_shelf WITH (security_barrier = true) AS
  SELECT * FROM app.shelf WHERE tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  WITH CASCADED CHECK OPTION;
GRANT SELECT, INSERT ON app.my_shelf TO app_user;
-- good:
CREATE TABLE app.shelf (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid REFERENCES app.tenant,
  label text NOT NULL,
  height integer,
  PRIMARY KEY (tenant_id, label)
);
INSERT INTO app.shelf VALUES
  ('11111111-1111-4111-8111-111111111111', 'by the door', 4),
  ('22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b cellar', 7);
CREATE VIEW app.my_shelf WITH (security_barrier = true) AS
  SELECT * FROM app.shelf WHERE tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  WITH CASCADED CHECK OPTION;
GRANT SELECT, INSERT (label, height) ON app.my_shelf TO app_user;
