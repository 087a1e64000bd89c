-- finds: secdef_trigger_cross_write app.entry
-- bad:
CREATE TABLE app.total (tenant_id uuid PRIMARY KEY, amount integer NOT NULL);
CREATE TABLE app.entry (tenant_id uuid NOT NULL, line integer, behalf uuid, PRIMARY KEY (tenant_id, line));
INSERT INTO app.total VALUES
  ('11111111-1111-4111-8111-111111111111', 5), ('22222222-2222-4222-8222-222222222222', 6);
INSERT INTO app.entry VALUES
  ('11111111-1111-4111-8111-111111111111', 1), ('22222222-2222-4222-8222-222222222222', 2);
ALTER TABLE app.total ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.total USING (tenant_id::text = current_setting('app.tenant', true));
CREATE POLICY fence ON app.entry USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.total TO app_user;
GRANT SELECT, INSERT ON app.entry TO app_user;
CREATE FUNCTION app.sum_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.total SET amount = amount + 0 WHERE tenant_id = coalesce(NEW.behalf, NEW.tenant_id);
  RETURN NULL;
END $$;
CREATE TRIGGER sum_up AFTER INSERT ON app.entry FOR EACH ROW EXECUTE FUNCTION app.sum_up();
-- good:
CREATE TABLE app.total (tenant_id uuid PRIMARY KEY, amount integer NOT NULL);
CREATE TABLE app.entry (tenant_id uuid NOT NULL, line integer, behalf uuid, PRIMARY KEY (tenant_id, line));
INSERT INTO app.total VALUES
  ('11111111-1111-4111-8111-111111111111', 5), ('22222222-2222-4222-8222-222222222222', 6);
INSERT INTO app.entry VALUES
  ('11111111-1111-4111-8111-111111111111', 1), ('22222222-2222-4222-8222-222222222222', 2);
ALTER TABLE app.total ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.total USING (tenant_id::text = current_setting('app.tenant', true));
CREATE POLICY fence ON app.entry USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.total TO app_user;
GRANT SELECT, INSERT ON app.entry TO app_user;
CREATE FUNCTION app.sum_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.total SET amount = amount + 0 WHERE tenant_id = NEW.tenant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER sum_up AFTER INSERT ON app.entry FOR EACH ROW EXECUTE FUNCTION app.sum_up();
