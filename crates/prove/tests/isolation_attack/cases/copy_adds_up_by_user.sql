-- finds: secdef_trigger_cross_write app.thanks
-- context: setting = "app.user"
-- context: membership = { table = "app.member", tenant = "tenant_id", user = "person" }
-- bad:
-- Users thank each other for remarks, each in their own name; remarks are numbered by each tenant.
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
CREATE TABLE app.remark (
  tenant_id uuid NOT NULL, no integer, body text NOT NULL, thanks integer NOT NULL DEFAULT 0, PRIMARY KEY (tenant_id, no));
INSERT INTO app.remark SELECT tenant_id, 10 * id, body FROM app.note;
CREATE TABLE app.thanks (
  tenant_id uuid NOT NULL, remark_no integer, giver_person integer,
  PRIMARY KEY (tenant_id, remark_no, giver_person),
  FOREIGN KEY (tenant_id, remark_no) REFERENCES app.remark (tenant_id, no));
INSERT INTO app.thanks SELECT tenant_id, no, 40 FROM app.remark;
ALTER TABLE app.remark ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.remark USING (tenant_id IN (SELECT app.mine()));
ALTER TABLE app.thanks ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.thanks USING (tenant_id IN (SELECT app.mine()))
  WITH CHECK (tenant_id IN (SELECT app.mine()) AND giver_person = app.me());
GRANT SELECT ON app.remark TO app_user;
GRANT SELECT, INSERT ON app.thanks TO app_user;
CREATE FUNCTION app.add_thanks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.remark AS r SET thanks = r.thanks + 1 WHERE r.no = NEW.remark_no;
  RETURN NULL;
END $$;
CREATE TRIGGER add_thanks AFTER INSERT ON app.thanks FOR EACH ROW EXECUTE FUNCTION app.add_thanks();
-- good:
-- Users thank each other for remarks, each in their own name; remarks are numbered by each tenant.
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
CREATE TABLE app.remark (
  tenant_id uuid NOT NULL, no integer, body text NOT NULL, thanks integer NOT NULL DEFAULT 0, PRIMARY KEY (tenant_id, no));
INSERT INTO app.remark SELECT tenant_id, 10 * id, body FROM app.note;
CREATE TABLE app.thanks (
  tenant_id uuid NOT NULL, remark_no integer, giver_person integer,
  PRIMARY KEY (tenant_id, remark_no, giver_person),
  FOREIGN KEY (tenant_id, remark_no) REFERENCES app.remark (tenant_id, no));
INSERT INTO app.thanks SELECT tenant_id, no, 40 FROM app.remark;
ALTER TABLE app.remark ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.remark USING (tenant_id IN (SELECT app.mine()));
ALTER TABLE app.thanks ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.thanks USING (tenant_id IN (SELECT app.mine()))
  WITH CHECK (tenant_id IN (SELECT app.mine()) AND giver_person = app.me());
GRANT SELECT ON app.remark TO app_user;
GRANT SELECT, INSERT ON app.thanks TO app_user;
CREATE FUNCTION app.add_thanks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.remark AS r SET thanks = r.thanks + 1 WHERE r.no = NEW.remark_no AND r.tenant_id = NEW.tenant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER add_thanks AFTER INSERT ON app.thanks FOR EACH ROW EXECUTE FUNCTION app.add_thanks();
