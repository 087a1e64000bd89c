-- finds: unique_oracle app.lease_span_excl
-- bad:
CREATE TABLE app.shelf (tenant_id uuid NOT NULL, code integer, PRIMARY KEY (tenant_id, code));
CREATE TABLE app.lease (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, code integer NOT NULL,
  first integer NOT NULL, last integer NOT NULL,
  span int4range GENERATED ALWAYS AS (int4range(code * 1000 + first, code * 1000 + last, '[]')) STORED,
  FOREIGN KEY (tenant_id, code) REFERENCES app.shelf,
  EXCLUDE USING gist (span WITH &&));
INSERT INTO app.shelf VALUES
  ('11111111-1111-4111-8111-111111111111', 1), ('22222222-2222-4222-8222-222222222222', 2);
INSERT INTO app.lease (tenant_id, code, first, last) VALUES
  ('11111111-1111-4111-8111-111111111111', 1, 1, 9), ('22222222-2222-4222-8222-222222222222', 2, 1, 9);
ALTER TABLE app.shelf ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.lease ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.shelf USING (tenant_id::text = current_setting('app.tenant', true));
CREATE POLICY fence ON app.lease USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.shelf, app.lease TO app_user;
-- good:
CREATE TABLE app.shelf (tenant_id uuid NOT NULL, code integer, PRIMARY KEY (tenant_id, code));
CREATE TABLE app.lease (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, code integer NOT NULL,
  first integer NOT NULL, last integer NOT NULL,
  span int4range GENERATED ALWAYS AS (int4range(code * 1000 + first, code * 1000 + last, '[]')) STORED,
  FOREIGN KEY (tenant_id, code) REFERENCES app.shelf,
  UNIQUE (tenant_id, span));
INSERT INTO app.shelf VALUES
  ('11111111-1111-4111-8111-111111111111', 1), ('22222222-2222-4222-8222-222222222222', 2);
INSERT INTO app.lease (tenant_id, code, first, last) VALUES
  ('11111111-1111-4111-8111-111111111111', 1, 1, 9), ('22222222-2222-4222-8222-222222222222', 2, 1, 9);
ALTER TABLE app.shelf ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.lease ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.shelf USING (tenant_id::text = current_setting('app.tenant', true));
CREATE POLICY fence ON app.lease USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.shelf, app.lease TO app_user;
