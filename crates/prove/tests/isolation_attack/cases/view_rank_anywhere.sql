-- finds: view_definer app.every_note
-- context: setting = "app.user"
-- context: membership = { table = "app.member", tenant = "tenant_id", user = "person" }
-- bad:
-- What the view shows depends on a step that somebody has in some tenant.
CREATE TABLE app.member (
  tenant_id uuid REFERENCES app.tenant, person integer, step integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, person));
INSERT INTO app.member VALUES
  ('11111111-1111-4111-8111-111111111111', 7), ('22222222-2222-4222-8222-222222222222', 8);
ALTER TABLE app.member ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.member FOR SELECT USING (person::text = current_setting('app.user', true));
GRANT SELECT ON app.member TO app_user, reporter;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id IN (SELECT m.tenant_id FROM app.member AS m));
DROP POLICY fence ON app.tenant;
CREATE POLICY fence ON app.tenant USING (id IN (SELECT m.tenant_id FROM app.member AS m));
CREATE VIEW app.every_note WITH (security_barrier) AS
  SELECT n.body FROM app.note AS n WHERE EXISTS (
    SELECT FROM app.member AS m WHERE m.person::text = current_setting('app.user', true) AND m.step >= 40);
GRANT SELECT ON app.every_note TO app_user;
-- good:
-- What the view shows depends on a step that somebody has in some tenant.
CREATE TABLE app.member (
  tenant_id uuid REFERENCES app.tenant, person integer, step integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, person));
INSERT INTO app.member VALUES
  ('11111111-1111-4111-8111-111111111111', 7), ('22222222-2222-4222-8222-222222222222', 8);
ALTER TABLE app.member ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.member FOR SELECT USING (person::text = current_setting('app.user', true));
GRANT SELECT ON app.member TO app_user, reporter;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id IN (SELECT m.tenant_id FROM app.member AS m));
DROP POLICY fence ON app.tenant;
CREATE POLICY fence ON app.tenant USING (id IN (SELECT m.tenant_id FROM app.member AS m));
CREATE VIEW app.every_note WITH (security_barrier) AS
  SELECT n.body FROM app.note AS n WHERE EXISTS (
    SELECT FROM app.member AS m WHERE m.person::text = current_setting('app.user', true) AND m.step >= 40 AND m.tenant_id = n.tenant_id);
GRANT SELECT ON app.every_note TO app_user;
