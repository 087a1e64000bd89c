-- finds: secdef_trigger_cross_write app.closing
-- bad:
-- A hall that is closed for some days cancels what is held then, in the halls of all tenants.
CREATE TABLE app.rehearsal (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, wing text NOT NULL, held daterange NOT NULL,
  cancelled boolean NOT NULL DEFAULT false, PRIMARY KEY (tenant_id, no));
INSERT INTO app.rehearsal SELECT tenant_id, id, 'wing ' || id, daterange('2025-01-02', '2025-01-05') FROM app.note;
CREATE TABLE app.closing (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, wing text NOT NULL, lasts daterange NOT NULL,
  PRIMARY KEY (tenant_id, no));
INSERT INTO app.closing SELECT tenant_id, id, 'gate ' || id, daterange('2026-03-01', '2026-03-04') FROM app.note;
ALTER TABLE app.rehearsal ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.rehearsal
  USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.closing ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.closing
  USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.rehearsal TO app_user;
GRANT SELECT, INSERT ON app.closing TO app_user;
CREATE FUNCTION app.closed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.rehearsal AS r SET cancelled = true
  WHERE r.held && NEW.lasts AND (r.wing, r.cancelled) = (NEW.wing, false);
  RETURN NULL;
END $$;
CREATE TRIGGER closed AFTER INSERT ON app.closing FOR EACH ROW EXECUTE FUNCTION app.closed();
-- good:
CREATE TABLE app.rehearsal (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, wing text NOT NULL, held daterange NOT NULL,
  cancelled boolean NOT NULL DEFAULT false, PRIMARY KEY (tenant_id, no));
INSERT INTO app.rehearsal SELECT tenant_id, id, 'wing ' || id, daterange('2025-01-02', '2025-01-05') FROM app.note;
CREATE TABLE app.closing (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, wing text NOT NULL, lasts daterange NOT NULL,
  PRIMARY KEY (tenant_id, no));
INSERT INTO app.closing SELECT tenant_id, id, 'gate ' || id, daterange('2026-03-01', '2026-03-04') FROM app.note;
ALTER TABLE app.rehearsal ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.rehearsal
  USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.closing ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.closing
  USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.rehearsal TO app_user;
GRANT SELECT, INSERT ON app.closing TO app_user;
CREATE FUNCTION app.closed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.rehearsal AS r SET cancelled = true
  WHERE r.held && NEW.lasts AND (r.wing, r.cancelled) = (NEW.wing, false) AND r.tenant_id = NEW.tenant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER closed AFTER INSERT ON app.closing FOR EACH ROW EXECUTE FUNCTION app.closed();
