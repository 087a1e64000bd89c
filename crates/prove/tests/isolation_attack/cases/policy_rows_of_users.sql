-- finds: policy_permissive_or app.person
-- context: setting = "app.user"
-- context: membership = { table = "app.member", tenant = "tenant_id", user = "person" }
-- bad:
CREATE TABLE app.person (id integer PRIMARY KEY, phone text);
INSERT INTO app.person VALUES (7, 'ash 7'), (8, 'bulkhead_probe_b 8');
CREATE TABLE app.member (
  tenant_id uuid REFERENCES app.tenant, person integer REFERENCES app.person, PRIMARY KEY (tenant_id, person));
INSERT INTO app.member VALUES
  ('11111111-1111-4111-8111-111111111111', 7), ('22222222-2222-4222-8222-222222222222', 8);
CREATE FUNCTION app.me() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.user', true), '')::integer $$;
CREATE FUNCTION app.mine() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$ SELECT m.tenant_id FROM app.member AS m WHERE m.person = app.me() $$;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id IN (SELECT app.mine()));
DROP POLICY fence ON app.tenant;
CREATE POLICY fence ON app.tenant USING (id IN (SELECT app.mine()));
ALTER TABLE app.person ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON app.person USING (id = app.me());
GRANT SELECT ON app.person TO app_user;
CREATE POLICY logged_in ON app.person FOR SELECT USING (app.me() > 0);
-- good:
CREATE TABLE app.person (id integer PRIMARY KEY, phone text);
INSERT INTO app.person VALUES (7, 'ash 7'), (8, 'bulkhead_probe_b 8');
CREATE TABLE app.member (
  tenant_id uuid REFERENCES app.tenant, person integer REFERENCES app.person, PRIMARY KEY (tenant_id, person));
INSERT INTO app.member VALUES
  ('11111111-1111-4111-8111-111111111111', 7), ('22222222-2222-4222-8222-222222222222', 8);
CREATE FUNCTION app.me() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.user', true), '')::integer $$;
CREATE FUNCTION app.mine() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$ SELECT m.tenant_id FROM app.member AS m WHERE m.person = app.me() $$;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id IN (SELECT app.mine()));
DROP POLICY fence ON app.tenant;
CREATE POLICY fence ON app.tenant USING (id IN (SELECT app.mine()));
ALTER TABLE app.person ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON app.person USING (id = app.me());
GRANT SELECT ON app.person TO app_user;
CREATE POLICY colleagues ON app.person AS RESTRICTIVE FOR SELECT USING (app.me() > 0);
