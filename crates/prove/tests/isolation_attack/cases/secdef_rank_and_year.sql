-- finds: secdef_tenant_param app.takings(uuid,integer)
-- context: setting = "app.user"
-- context: membership = { table = "app.member", tenant = "tenant_id", user = "person" }
-- bad:
-- The caller has climbed somewhere, and names a house and a year.
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
CREATE TABLE app.taking (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nr integer, came date NOT NULL, what text NOT NULL,
  PRIMARY KEY (tenant_id, nr));
INSERT INTO app.taking SELECT tenant_id, id, '2019-05-06', body FROM app.note;
ALTER TABLE app.taking ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.takings(house uuid, in_year integer) RETURNS SETOF text LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM app.member AS m WHERE m.person::text = current_setting('app.user', true)
    AND m.step = 3) THEN
    RAISE EXCEPTION 'not high enough';
  END IF;
  RETURN QUERY SELECT t.what FROM app.taking AS t
    WHERE t.tenant_id = house AND date_part('year', t.came) = in_year;
END $$;
-- good:
-- The caller has climbed somewhere, and names a house and a year.
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
CREATE TABLE app.taking (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nr integer, came date NOT NULL, what text NOT NULL,
  PRIMARY KEY (tenant_id, nr));
INSERT INTO app.taking SELECT tenant_id, id, '2019-05-06', body FROM app.note;
ALTER TABLE app.taking ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.takings(house uuid, in_year integer) RETURNS SETOF text LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM app.member AS m WHERE m.person::text = current_setting('app.user', true)
    AND m.step = 3 AND m.tenant_id = house) THEN
    RAISE EXCEPTION 'not high enough';
  END IF;
  RETURN QUERY SELECT t.what FROM app.taking AS t
    WHERE t.tenant_id = house AND date_part('year', t.came) = in_year;
END $$;
