-- finds: policy_update_check_weak app.note
-- context: setting = "app.user"
-- context: membership = { table = "app.member", tenant = "tenant_id", user = "person" }
-- bad:
-- Writers change the notes of their house, and nobody asks which house the note is of then.
CREATE TABLE app.member (
  tenant_id uuid REFERENCES app.tenant, person integer, duty text NOT NULL DEFAULT 'reads',
  PRIMARY KEY (tenant_id, person));
INSERT INTO app.member VALUES
  ('11111111-1111-4111-8111-111111111111', 7), ('22222222-2222-4222-8222-222222222222', 8);
ALTER TABLE app.member ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.member FOR SELECT USING (person::text = current_setting('app.user', true));
GRANT SELECT ON app.member TO app_user, reporter;
DROP POLICY fence ON app.tenant;
CREATE POLICY fence ON app.tenant USING (id IN (SELECT m.tenant_id FROM app.member AS m));
CREATE FUNCTION app.writes(house uuid) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM app.member AS m WHERE m.person::text = current_setting('app.user', true)
    AND m.duty = 'writes' AND m.tenant_id = house)
$$;
DROP POLICY fence ON app.note;
CREATE POLICY readers ON app.note FOR SELECT USING (tenant_id IN (SELECT m.tenant_id FROM app.member AS m));
CREATE POLICY writers ON app.note FOR UPDATE
  USING (app.writes(tenant_id)) WITH CHECK (current_setting('app.user', true) <> '');
-- good:
-- Writers change the notes of their house, which stay there.
CREATE TABLE app.member (
  tenant_id uuid REFERENCES app.tenant, person integer, duty text NOT NULL DEFAULT 'reads',
  PRIMARY KEY (tenant_id, person));
INSERT INTO app.member VALUES
  ('11111111-1111-4111-8111-111111111111', 7), ('22222222-2222-4222-8222-222222222222', 8);
ALTER TABLE app.member ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.member FOR SELECT USING (person::text = current_setting('app.user', true));
GRANT SELECT ON app.member TO app_user, reporter;
DROP POLICY fence ON app.tenant;
CREATE POLICY fence ON app.tenant USING (id IN (SELECT m.tenant_id FROM app.member AS m));
CREATE FUNCTION app.writes(house uuid) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM app.member AS m WHERE m.person::text = current_setting('app.user', true)
    AND m.duty = 'writes' AND m.tenant_id = house)
$$;
DROP POLICY fence ON app.note;
CREATE POLICY readers ON app.note FOR SELECT USING (tenant_id IN (SELECT m.tenant_id FROM app.member AS m));
CREATE POLICY writers ON app.note FOR UPDATE USING (app.writes(tenant_id)) WITH CHECK (app.writes(tenant_id));
