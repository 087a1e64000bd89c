-- finds: secdef_trigger_cross_write app.applause
-- context: setting = "app.user"
-- context: membership = { table = "app.member", tenant = "tenant_id", user = "person" }
-- bad:
-- Applause counts for talks of that number everywhere; everybody applauds in the own name.
DROP POLICY fence ON app.note;
DROP POLICY fence ON app.tenant;
CREATE TABLE app.member (tenant_id uuid NOT NULL REFERENCES app.tenant, person integer, PRIMARY KEY (tenant_id, person));
INSERT INTO app.member VALUES ('11111111-1111-4111-8111-111111111111', 7), ('22222222-2222-4222-8222-222222222222', 8);
CREATE FUNCTION app.mine() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT tenant_id FROM app.member WHERE person = nullif(current_setting('app.user', true), '')::integer $$;
ALTER TABLE app.member ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.note USING (tenant_id IN (SELECT app.mine()));
CREATE POLICY fence ON app.tenant USING (id IN (SELECT app.mine()));
CREATE POLICY fence ON app.member USING (tenant_id IN (SELECT app.mine()));
CREATE TABLE app.talk (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, loudness integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, no));
INSERT INTO app.talk SELECT tenant_id, 30 + id FROM app.note;
CREATE TABLE app.applause (
  tenant_id uuid, talk_no integer, person integer, claps integer NOT NULL CHECK (claps > 0),
  PRIMARY KEY (tenant_id, talk_no, person), FOREIGN KEY (tenant_id, talk_no) REFERENCES app.talk);
INSERT INTO app.applause SELECT tenant_id, no, 900 + no, 2 FROM app.talk;
ALTER TABLE app.talk ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.talk USING (tenant_id IN (SELECT app.mine()));
ALTER TABLE app.applause ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.applause USING (tenant_id IN (SELECT app.mine()))
  WITH CHECK (tenant_id IN (SELECT app.mine()) AND person = nullif(current_setting('app.user', true), '')::integer);
GRANT SELECT ON app.talk TO app_user;
GRANT SELECT, INSERT ON app.applause TO app_user;
CREATE FUNCTION app.clapped() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN UPDATE app.talk AS t SET loudness = t.loudness + NEW.claps WHERE t.no = NEW.talk_no; RETURN NULL; END $$;
CREATE TRIGGER clapped AFTER INSERT ON app.applause FOR EACH ROW EXECUTE FUNCTION app.clapped();
-- good:
DROP POLICY fence ON app.note;
DROP POLICY fence ON app.tenant;
CREATE TABLE app.member (tenant_id uuid NOT NULL REFERENCES app.tenant, person integer, PRIMARY KEY (tenant_id, person));
INSERT INTO app.member VALUES ('11111111-1111-4111-8111-111111111111', 7), ('22222222-2222-4222-8222-222222222222', 8);
CREATE FUNCTION app.mine() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT tenant_id FROM app.member WHERE person = nullif(current_setting('app.user', true), '')::integer $$;
ALTER TABLE app.member ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.note USING (tenant_id IN (SELECT app.mine()));
CREATE POLICY fence ON app.tenant USING (id IN (SELECT app.mine()));
CREATE POLICY fence ON app.member USING (tenant_id IN (SELECT app.mine()));
CREATE TABLE app.talk (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, loudness integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, no));
INSERT INTO app.talk SELECT tenant_id, 30 + id FROM app.note;
CREATE TABLE app.applause (
  tenant_id uuid, talk_no integer, person integer, claps integer NOT NULL CHECK (claps > 0),
  PRIMARY KEY (tenant_id, talk_no, person), FOREIGN KEY (tenant_id, talk_no) REFERENCES app.talk);
INSERT INTO app.applause SELECT tenant_id, no, 900 + no, 2 FROM app.talk;
ALTER TABLE app.talk ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.talk USING (tenant_id IN (SELECT app.mine()));
ALTER TABLE app.applause ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.applause USING (tenant_id IN (SELECT app.mine()))
  WITH CHECK (tenant_id IN (SELECT app.mine()) AND person = nullif(current_setting('app.user', true), '')::integer);
GRANT SELECT ON app.talk TO app_user;
GRANT SELECT, INSERT ON app.applause TO app_user;
CREATE FUNCTION app.clapped() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN UPDATE app.talk AS t SET loudness = t.loudness + NEW.claps WHERE t.no = NEW.talk_no AND t.tenant_id = NEW.tenant_id; RETURN NULL; END $$;
CREATE TRIGGER clapped AFTER INSERT ON app.applause FOR EACH ROW EXECUTE FUNCTION app.clapped();
