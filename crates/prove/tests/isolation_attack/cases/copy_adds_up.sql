-- finds: secdef_trigger_cross_write app.opening
-- bad:
-- How often a page was opened; the first who opens it has the row.
CREATE TABLE app.opening (
  tenant_id uuid NOT NULL, day date NOT NULL, page text NOT NULL, PRIMARY KEY (tenant_id, day, page));
INSERT INTO app.opening SELECT DISTINCT tenant_id, date '2025-03-01', 'start of ' || left(tenant_id::text, 1) FROM app.note;
ALTER TABLE app.opening ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.opening USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.opening TO app_user;
CREATE TABLE app.opened (tenant_id uuid NOT NULL, page text NOT NULL, times integer NOT NULL, UNIQUE (page));
ALTER TABLE app.opened ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.opened USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.opened TO app_user;
CREATE FUNCTION app.count_opening() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.opened AS o VALUES (NEW.tenant_id, NEW.page, 1)
  ON CONFLICT (page) DO UPDATE SET times = o.times + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER count_opening AFTER INSERT ON app.opening FOR EACH ROW EXECUTE FUNCTION app.count_opening();
-- good:
-- How often a page was opened; the first who opens it has the row.
CREATE TABLE app.opening (
  tenant_id uuid NOT NULL, day date NOT NULL, page text NOT NULL, PRIMARY KEY (tenant_id, day, page));
INSERT INTO app.opening SELECT DISTINCT tenant_id, date '2025-03-01', 'start of ' || left(tenant_id::text, 1) FROM app.note;
ALTER TABLE app.opening ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.opening USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.opening TO app_user;
CREATE TABLE app.opened (tenant_id uuid NOT NULL, page text NOT NULL, times integer NOT NULL, UNIQUE (tenant_id, page));
ALTER TABLE app.opened ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.opened USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.opened TO app_user;
CREATE FUNCTION app.count_opening() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.opened AS o VALUES (NEW.tenant_id, NEW.page, 1)
  ON CONFLICT (tenant_id, page) DO UPDATE SET times = o.times + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER count_opening AFTER INSERT ON app.opening FOR EACH ROW EXECUTE FUNCTION app.count_opening();
