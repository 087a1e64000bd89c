-- finds: secdef_trigger_cross_write app.harbour
-- bad:
-- One harbour of a coast is the first; the trigger takes that from those of all tenants.
CREATE TABLE app.harbour (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, coast text NOT NULL, is_first boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, no));
CREATE UNIQUE INDEX one_first ON app.harbour (tenant_id, coast) WHERE is_first;
INSERT INTO app.harbour SELECT tenant_id, id, 'coast ' || id FROM app.note;
ALTER TABLE app.harbour ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.harbour USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, UPDATE (is_first) ON app.harbour TO app_user;
CREATE FUNCTION app.first() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.harbour AS h SET is_first = false
  WHERE h.coast = NEW.coast AND h.is_first AND (h.tenant_id, h.no) <> (NEW.tenant_id, NEW.no);
  RETURN NEW;
END $$;
CREATE TRIGGER first BEFORE UPDATE ON app.harbour FOR EACH ROW
  WHEN (NEW.is_first AND NOT OLD.is_first) EXECUTE FUNCTION app.first();
-- good:
CREATE TABLE app.harbour (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, coast text NOT NULL, is_first boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, no));
CREATE UNIQUE INDEX one_first ON app.harbour (tenant_id, coast) WHERE is_first;
INSERT INTO app.harbour SELECT tenant_id, id, 'coast ' || id FROM app.note;
ALTER TABLE app.harbour ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.harbour USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, UPDATE (is_first) ON app.harbour TO app_user;
CREATE FUNCTION app.first() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.harbour AS h SET is_first = false
  WHERE h.coast = NEW.coast AND h.is_first AND (h.tenant_id, h.no) <> (NEW.tenant_id, NEW.no) AND h.tenant_id = NEW.tenant_id;
  RETURN NEW;
END $$;
CREATE TRIGGER first BEFORE UPDATE ON app.harbour FOR EACH ROW
  WHEN (NEW.is_first AND NOT OLD.is_first) EXECUTE FUNCTION app.first();
