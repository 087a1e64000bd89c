-- finds: policy_source_writable app.member
-- context: setting = "app.user"
-- context: membership = { table = "app.member", tenant = "tenant_id", user = "person" }
-- bad:
-- A chief moves the people of his tenant, himself among them, to another one.
CREATE TABLE app.member (
  tenant_id uuid NOT NULL REFERENCES app.tenant, person integer, duty text NOT NULL DEFAULT 'hand' CHECK (duty IN ('hand', 'chief')), PRIMARY KEY (tenant_id, person));
INSERT INTO app.member VALUES ('11111111-1111-4111-8111-111111111111', 7), ('11111111-1111-4111-8111-111111111111', 9), ('22222222-2222-4222-8222-222222222222', 8);
CREATE FUNCTION app.me() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.user', true), '')::integer $$;
CREATE FUNCTION app.mine() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$ SELECT m.tenant_id FROM app.member AS m WHERE m.person = app.me() $$;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id IN (SELECT app.mine()));
DROP POLICY fence ON app.tenant;
CREATE POLICY fence ON app.tenant USING (id IN (SELECT app.mine()));
CREATE FUNCTION app.leads(which uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM app.member m WHERE m.tenant_id = which AND m.person = app.me() AND m.duty = 'chief') $$;
ALTER TABLE app.member ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON app.member FOR SELECT USING (tenant_id IN (SELECT app.mine()));
GRANT SELECT, UPDATE ON app.member TO app_user;
CREATE POLICY promote ON app.member FOR UPDATE USING (app.leads(tenant_id))
  WITH CHECK (duty = 'hand' OR person = app.me());
-- good:
-- The new row has to be of a tenant that he leads.
CREATE TABLE app.member (
  tenant_id uuid NOT NULL REFERENCES app.tenant, person integer, duty text NOT NULL DEFAULT 'hand' CHECK (duty IN ('hand', 'chief')), PRIMARY KEY (tenant_id, person));
INSERT INTO app.member VALUES ('11111111-1111-4111-8111-111111111111', 7), ('11111111-1111-4111-8111-111111111111', 9), ('22222222-2222-4222-8222-222222222222', 8);
CREATE FUNCTION app.me() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.user', true), '')::integer $$;
CREATE FUNCTION app.mine() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$ SELECT m.tenant_id FROM app.member AS m WHERE m.person = app.me() $$;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id IN (SELECT app.mine()));
DROP POLICY fence ON app.tenant;
CREATE POLICY fence ON app.tenant USING (id IN (SELECT app.mine()));
CREATE FUNCTION app.leads(which uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM app.member m WHERE m.tenant_id = which AND m.person = app.me() AND m.duty = 'chief') $$;
ALTER TABLE app.member ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON app.member FOR SELECT USING (tenant_id IN (SELECT app.mine()));
GRANT SELECT, UPDATE ON app.member TO app_user;
CREATE POLICY promote ON app.member FOR UPDATE USING (app.leads(tenant_id))
  WITH CHECK (app.leads(tenant_id) AND (duty = 'hand' OR person = app.me()));
