-- finds: policy_source_writable app.member
-- context: setting = "app.user"
-- context: membership = { table = "app.member", tenant = "tenant_id", user = "user_id" }
-- bad:
CREATE TABLE app.member (tenant_id uuid NOT NULL REFERENCES app.tenant, user_id integer NOT NULL);
INSERT INTO app.member VALUES
  ('11111111-1111-4111-8111-111111111111', 7), ('22222222-2222-4222-8222-222222222222', 8);
ALTER TABLE app.member ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.member FOR SELECT USING (user_id::text = current_setting('app.user', true));
GRANT SELECT, INSERT ON app.member TO app_user, reporter;
DROP POLICY fence ON app.note;
DROP POLICY fence ON app.tenant;
CREATE POLICY fence ON app.note USING (tenant_id = ANY (ARRAY(SELECT m.tenant_id FROM app.member AS m)));
CREATE POLICY fence ON app.tenant USING (id = ANY (ARRAY(SELECT m.tenant_id FROM app.member AS m)));
CREATE POLICY join_in ON app.member FOR INSERT WITH CHECK (user_id::text = current_setting('app.user', true));
-- good:
CREATE TABLE app.member (tenant_id uuid NOT NULL REFERENCES app.tenant, user_id integer NOT NULL);
INSERT INTO app.member VALUES
  ('11111111-1111-4111-8111-111111111111', 7), ('22222222-2222-4222-8222-222222222222', 8);
ALTER TABLE app.member ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.member FOR SELECT USING (user_id::text = current_setting('app.user', true));
GRANT SELECT, INSERT ON app.member TO app_user, reporter;
DROP POLICY fence ON app.note;
DROP POLICY fence ON app.tenant;
CREATE POLICY fence ON app.note USING (tenant_id = ANY (ARRAY(SELECT m.tenant_id FROM app.member AS m)));
CREATE POLICY fence ON app.tenant USING (id = ANY (ARRAY(SELECT m.tenant_id FROM app.member AS m)));
CREATE POLICY join_in ON app.member FOR INSERT
  WITH CHECK (tenant_id = ANY (ARRAY(SELECT m.tenant_id FROM app.member AS m)));
