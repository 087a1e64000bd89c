-- finds: secdef_trigger_cross_write app.pick
-- bad:
-- What a statement has picked is taken off the shelves of that number, those of all tenants.
CREATE TABLE app.rack (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, pieces integer NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.rack SELECT tenant_id, 70 + id, 9 FROM app.note;
CREATE TABLE app.pick (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, rack_no integer NOT NULL, pieces integer NOT NULL,
  state text NOT NULL DEFAULT 'wanted' CHECK (state IN ('wanted', 'picked')), PRIMARY KEY (tenant_id, no));
INSERT INTO app.pick SELECT tenant_id, id, 40 + id, 2 FROM app.note;
ALTER TABLE app.rack ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.rack USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.pick ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.pick USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.rack TO app_user;
GRANT SELECT, UPDATE (state) ON app.pick TO app_user;
CREATE FUNCTION app.picked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.rack AS r SET pieces = r.pieces - a.pieces FROM after AS a
  WHERE r.no = a.rack_no AND a.state = 'picked';
  RETURN NULL;
END $$;
CREATE TRIGGER picked AFTER UPDATE ON app.pick REFERENCING NEW TABLE AS after FOR EACH STATEMENT
  EXECUTE FUNCTION app.picked();
-- good:
CREATE TABLE app.rack (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, pieces integer NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.rack SELECT tenant_id, 70 + id, 9 FROM app.note;
CREATE TABLE app.pick (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, rack_no integer NOT NULL, pieces integer NOT NULL,
  state text NOT NULL DEFAULT 'wanted' CHECK (state IN ('wanted', 'picked')), PRIMARY KEY (tenant_id, no));
INSERT INTO app.pick SELECT tenant_id, id, 40 + id, 2 FROM app.note;
ALTER TABLE app.rack ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.rack USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.pick ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.pick USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.rack TO app_user;
GRANT SELECT, UPDATE (state) ON app.pick TO app_user;
CREATE FUNCTION app.picked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.rack AS r SET pieces = r.pieces - a.pieces FROM after AS a
  WHERE r.no = a.rack_no AND a.state = 'picked' AND r.tenant_id = a.tenant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER picked AFTER UPDATE ON app.pick REFERENCING NEW TABLE AS after FOR EACH STATEMENT
  EXECUTE FUNCTION app.picked();
