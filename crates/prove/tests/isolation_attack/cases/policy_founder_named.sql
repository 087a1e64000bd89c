-- finds: policy_insert_check_weak app.tenant
-- context: setting = "app.user"
-- context: membership = { table = "app.member", tenant = "tenant_id", user = "person" }
-- bad:
-- Whoever founds a tenant may say that somebody else has.
CREATE TABLE app.member (
  tenant_id uuid NOT NULL REFERENCES app.tenant, person integer, PRIMARY KEY (tenant_id, person));
INSERT INTO app.member VALUES ('11111111-1111-4111-8111-111111111111', 7), ('22222222-2222-4222-8222-222222222222', 8);
CREATE FUNCTION app.me() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.user', true), '')::integer $$;
CREATE FUNCTION app.mine() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$ SELECT m.tenant_id FROM app.member AS m WHERE m.person = app.me() $$;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id IN (SELECT app.mine()));
DROP POLICY fence ON app.tenant;
ALTER TABLE app.tenant ADD COLUMN founder integer, ADD COLUMN opened_at timestamptz;
CREATE POLICY seen ON app.tenant FOR SELECT USING (
  id IN (SELECT app.mine()) OR founder = app.me() AND opened_at IS NULL);
GRANT INSERT ON app.tenant TO app_user;
CREATE POLICY founded ON app.tenant FOR INSERT WITH CHECK (opened_at IS NULL);
-- good:
-- A new tenant is its founder's.
CREATE TABLE app.member (
  tenant_id uuid NOT NULL REFERENCES app.tenant, person integer, PRIMARY KEY (tenant_id, person));
INSERT INTO app.member VALUES ('11111111-1111-4111-8111-111111111111', 7), ('22222222-2222-4222-8222-222222222222', 8);
CREATE FUNCTION app.me() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.user', true), '')::integer $$;
CREATE FUNCTION app.mine() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$ SELECT m.tenant_id FROM app.member AS m WHERE m.person = app.me() $$;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id IN (SELECT app.mine()));
DROP POLICY fence ON app.tenant;
ALTER TABLE app.tenant ADD COLUMN founder integer, ADD COLUMN opened_at timestamptz;
CREATE POLICY seen ON app.tenant FOR SELECT USING (
  id IN (SELECT app.mine()) OR founder = app.me() AND opened_at IS NULL);
GRANT INSERT ON app.tenant TO app_user;
CREATE POLICY founded ON app.tenant FOR INSERT WITH CHECK (opened_at IS NULL AND founder = app.me());
