-- finds: policy_opens_by_value app.note
-- context: setting = "app.user"
-- context: membership = { table = "app.member", tenant = "tenant_id", user = "person" }
-- bad:
-- Who keeps the books of a tenant is written in the memberships, which cannot be changed.
CREATE TABLE app.member (
  tenant_id uuid REFERENCES app.tenant, person integer, books boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, person));
INSERT INTO app.member VALUES
  ('11111111-1111-4111-8111-111111111111', 7), ('22222222-2222-4222-8222-222222222222', 8);
ALTER TABLE app.member ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.member USING (person::text = current_setting('app.user', true));
GRANT SELECT ON app.member TO app_user, reporter;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id IN (SELECT m.tenant_id FROM app.member AS m));
DROP POLICY fence ON app.tenant;
CREATE POLICY fence ON app.tenant USING (id IN (SELECT m.tenant_id FROM app.member AS m));
CREATE POLICY books ON app.note FOR SELECT USING (EXISTS (SELECT FROM app.member AS m WHERE m.books));
-- good:
-- Who keeps the books of a tenant is written in the memberships, which cannot be changed.
CREATE TABLE app.member (
  tenant_id uuid REFERENCES app.tenant, person integer, books boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, person));
INSERT INTO app.member VALUES
  ('11111111-1111-4111-8111-111111111111', 7), ('22222222-2222-4222-8222-222222222222', 8);
ALTER TABLE app.member ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.member USING (person::text = current_setting('app.user', true));
GRANT SELECT ON app.member TO app_user, reporter;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id IN (SELECT m.tenant_id FROM app.member AS m));
DROP POLICY fence ON app.tenant;
CREATE POLICY fence ON app.tenant USING (id IN (SELECT m.tenant_id FROM app.member AS m));
CREATE POLICY books ON app.note FOR SELECT USING (EXISTS (
  SELECT FROM app.member AS m WHERE m.books AND m.tenant_id = note.tenant_id));
