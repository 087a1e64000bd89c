-- finds: secdef_trigger_cross_write app.ride
-- bad:
-- The rides of a line are counted in the row of whoever had the first of that line.
CREATE TABLE app.line_count (
  tenant_id uuid NOT NULL REFERENCES app.tenant, line text NOT NULL, rides bigint NOT NULL, UNIQUE (line));
INSERT INTO app.line_count SELECT tenant_id, 'line ' || id, 4 FROM app.note;
CREATE TABLE app.ride (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, line text NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.ride SELECT tenant_id, id, 'route ' || id FROM app.note;
ALTER TABLE app.line_count ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.line_count
  USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.ride ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.ride
  USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.line_count TO app_user;
GRANT SELECT, INSERT ON app.ride TO app_user;
CREATE FUNCTION app.counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.line_count AS c VALUES (NEW.tenant_id, NEW.line, 1)
  ON CONFLICT (line) DO UPDATE SET rides = c.rides + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER counted AFTER INSERT ON app.ride FOR EACH ROW EXECUTE FUNCTION app.counted();
-- good:
CREATE TABLE app.line_count (
  tenant_id uuid NOT NULL REFERENCES app.tenant, line text NOT NULL, rides bigint NOT NULL, UNIQUE (tenant_id, line));
INSERT INTO app.line_count SELECT tenant_id, 'line ' || id, 4 FROM app.note;
CREATE TABLE app.ride (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, line text NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.ride SELECT tenant_id, id, 'route ' || id FROM app.note;
ALTER TABLE app.line_count ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.line_count
  USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.ride ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.ride
  USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.line_count TO app_user;
GRANT SELECT, INSERT ON app.ride TO app_user;
CREATE FUNCTION app.counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.line_count AS c VALUES (NEW.tenant_id, NEW.line, 1)
  ON CONFLICT (tenant_id, line) DO UPDATE SET rides = c.rides + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER counted AFTER INSERT ON app.ride FOR EACH ROW EXECUTE FUNCTION app.counted();
-- Notes are numbered for all tenants at once: B has no entry of the number of a note of A's.
CREATE TABLE app.entry (
  note_no integer PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenant, words text NOT NULL);
INSERT INTO app.entry SELECT id, tenant_id, body FROM app.note;
ALTER TABLE app.entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.entry
  USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.entry TO app_user;
CREATE FUNCTION app.entered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.entry AS e VALUES (NEW.id, NEW.tenant_id, NEW.body)
  ON CONFLICT (note_no) DO UPDATE SET words = excluded.words;
  UPDATE app.entry AS e SET words = NEW.body WHERE e.note_no = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER entered AFTER INSERT OR UPDATE ON app.note FOR EACH ROW EXECUTE FUNCTION app.entered();
