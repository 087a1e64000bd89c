-- finds: policy_opens_by_value app.note
-- context: setting = "app.user"
-- context: membership = { table = "app.member", tenant = "tenant_id", user = "person" }
-- bad:
-- The application may change the step of members, but no policy lets a member do it.
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
GRANT UPDATE (step) ON app.member TO app_user;
CREATE FUNCTION app.climbed(house uuid) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM app.member AS m WHERE m.person::text = current_setting('app.user', true)
    AND m.step > 40)
$$;
CREATE POLICY climbers ON app.note FOR SELECT USING (app.climbed(tenant_id));
-- good:
-- The application may change the step of members, but no policy lets a member do it.
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
GRANT UPDATE (step) ON app.member TO app_user;
CREATE FUNCTION app.climbed(house uuid) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM app.member AS m WHERE m.person::text = current_setting('app.user', true)
    AND m.step > 40 AND m.tenant_id = house)
$$;
CREATE POLICY climbers ON app.note FOR SELECT USING (app.climbed(tenant_id));
