-- finds: unique_oracle app.shelf
-- bad:
CREATE TABLE app.shelf (tenant_id uuid NOT NULL REFERENCES app.tenant, word text, PRIMARY KEY (tenant_id, word));
INSERT INTO app.shelf SELECT tenant_id, 'w' || id FROM app.note;
ALTER TABLE app.shelf ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.shelf USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.shelf TO app_user;
CREATE TABLE app.words (word text PRIMARY KEY);
CREATE FUNCTION app.keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.words VALUES (NEW.word);
  RETURN NEW;
END $$;
CREATE TRIGGER keep BEFORE INSERT ON app.shelf FOR EACH ROW EXECUTE FUNCTION app.keep();
-- good:
CREATE TABLE app.shelf (tenant_id uuid NOT NULL REFERENCES app.tenant, word text, PRIMARY KEY (tenant_id, word));
INSERT INTO app.shelf SELECT tenant_id, 'w' || id FROM app.note;
ALTER TABLE app.shelf ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.shelf USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.shelf TO app_user;
CREATE TABLE app.words (tenant_id uuid, word text, PRIMARY KEY (tenant_id, word));
CREATE FUNCTION app.keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.words VALUES (NEW.tenant_id, NEW.word);
  RETURN NEW;
END $$;
CREATE TRIGGER keep BEFORE INSERT ON app.shelf FOR EACH ROW EXECUTE FUNCTION app.keep();
