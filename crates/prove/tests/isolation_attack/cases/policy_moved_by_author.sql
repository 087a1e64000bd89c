-- finds: policy_update_check_weak app.memo
-- context: setting = "app.user"
-- context: membership = { table = "app.member", tenant = "tenant_id", user = "person" }
-- bad:
-- The writer of a draft may give it to a tenant that is not his.
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
CREATE TABLE app.memo (
  id integer PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenant, writer integer NOT NULL, state text NOT NULL, body text);
INSERT INTO app.memo SELECT id, tenant_id, 90 + id, 'sent', body FROM app.note;
ALTER TABLE app.memo ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON app.memo FOR SELECT USING (tenant_id IN (SELECT app.mine()));
GRANT SELECT, UPDATE ON app.memo TO app_user;
CREATE POLICY rewrite ON app.memo FOR UPDATE USING (writer = app.me() AND state = 'draft');
-- good:
-- A draft stays with the tenants of its writer.
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
CREATE TABLE app.memo (
  id integer PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenant, writer integer NOT NULL, state text NOT NULL, body text);
INSERT INTO app.memo SELECT id, tenant_id, 90 + id, 'sent', body FROM app.note;
ALTER TABLE app.memo ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON app.memo FOR SELECT USING (tenant_id IN (SELECT app.mine()));
GRANT SELECT, UPDATE ON app.memo TO app_user;
CREATE POLICY rewrite ON app.memo FOR UPDATE USING (
  writer = app.me() AND state = 'draft' AND tenant_id IN (SELECT app.mine()));
