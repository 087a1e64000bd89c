-- finds: trigger_copies_rows app.word
-- bad:
CREATE TABLE app.form (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer NOT NULL, lines jsonb NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.form SELECT id, 1, '{}' FROM app.tenant;
ALTER TABLE app.form ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.form USING (tenant_id::text = current_setting('app.tenant', true));
CREATE TABLE app.word (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), label text NOT NULL);
GRANT SELECT, INSERT ON app.form TO app_user;
GRANT SELECT ON app.word TO app_user;
CREATE FUNCTION app.split() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.word (label) SELECT l ->> 'label' FROM jsonb_array_elements(NEW.lines) AS l;
  RETURN NULL;
END $$;
CREATE TRIGGER split AFTER INSERT ON app.form FOR EACH ROW EXECUTE FUNCTION app.split();
-- good:
CREATE TABLE app.form (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer NOT NULL, lines jsonb NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.form SELECT id, 1, '{}' FROM app.tenant;
ALTER TABLE app.form ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.form USING (tenant_id::text = current_setting('app.tenant', true));
CREATE TABLE app.word (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), label text NOT NULL);
GRANT SELECT, INSERT ON app.form TO app_user;
GRANT SELECT ON app.word TO app_user;
CREATE FUNCTION app.split() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.word (label) SELECT 'a line' FROM jsonb_array_elements(NEW.lines) AS l WHERE l ->> 'label' <> '';
  RETURN NULL;
END $$;
CREATE TRIGGER split AFTER INSERT ON app.form FOR EACH ROW EXECUTE FUNCTION app.split();
