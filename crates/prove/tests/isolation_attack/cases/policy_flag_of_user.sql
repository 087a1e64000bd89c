-- finds: policy_opens_by_value app.note
-- context: setting = "app.user"
-- context: membership = { table = "app.member", tenant = "tenant_id", user = "person" }
-- bad:
-- Whoever may change his language makes himself an operator of all tenants.
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
CREATE POLICY fence ON app.tenant USING (id IN (SELECT app.mine()));
CREATE TABLE app.login (
  person integer PRIMARY KEY, language text NOT NULL DEFAULT 'en', operator boolean NOT NULL DEFAULT false);
INSERT INTO app.login VALUES (41), (42);
ALTER TABLE app.login ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.login USING (person = app.me());
CREATE POLICY operated ON app.note FOR SELECT
  USING (EXISTS (SELECT FROM app.login l WHERE l.person = app.me() AND l.operator));
GRANT SELECT, UPDATE ON app.login TO app_user;
-- good:
-- The language is all that may be changed.
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
CREATE POLICY fence ON app.tenant USING (id IN (SELECT app.mine()));
CREATE TABLE app.login (
  person integer PRIMARY KEY, language text NOT NULL DEFAULT 'en', operator boolean NOT NULL DEFAULT false);
INSERT INTO app.login VALUES (41), (42);
ALTER TABLE app.login ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.login USING (person = app.me());
CREATE POLICY operated ON app.note FOR SELECT
  USING (EXISTS (SELECT FROM app.login l WHERE l.person = app.me() AND l.operator));
GRANT SELECT, UPDATE (language) ON app.login TO app_user;
