-- finds: secdef_trigger_cross_write app.sale
-- bad:
-- An article of A's is called as one of B's, whose shelf has been counted.
CREATE TABLE app.shelf (
  tenant_id uuid NOT NULL REFERENCES app.tenant, sku text, pieces integer NOT NULL, counted boolean NOT NULL,
  PRIMARY KEY (tenant_id, sku));
INSERT INTO app.shelf SELECT tenant_id, 'sku-' || id, 9, false FROM app.note;
CREATE TABLE app.sale (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, article text NOT NULL, pieces integer NOT NULL,
  PRIMARY KEY (tenant_id, no));
INSERT INTO app.sale SELECT tenant_id, id, 'article-' || id, 2 FROM app.note;
ALTER TABLE app.shelf ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.shelf USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.sale ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.sale USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.shelf TO app_user;
GRANT SELECT, INSERT ON app.sale TO app_user;
CREATE FUNCTION app.sold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.shelf AS s SET pieces = s.pieces - NEW.pieces WHERE s.sku = NEW.article AND s.counted;
  RETURN NULL;
END $$;
CREATE TRIGGER sold AFTER INSERT ON app.sale FOR EACH ROW EXECUTE FUNCTION app.sold();
-- good:
CREATE TABLE app.shelf (
  tenant_id uuid NOT NULL REFERENCES app.tenant, sku text, pieces integer NOT NULL, counted boolean NOT NULL,
  PRIMARY KEY (tenant_id, sku));
INSERT INTO app.shelf SELECT tenant_id, 'sku-' || id, 9, false FROM app.note;
CREATE TABLE app.sale (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, article text NOT NULL, pieces integer NOT NULL,
  PRIMARY KEY (tenant_id, no));
INSERT INTO app.sale SELECT tenant_id, id, 'article-' || id, 2 FROM app.note;
ALTER TABLE app.shelf ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.shelf USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.sale ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.sale USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.shelf TO app_user;
GRANT SELECT, INSERT ON app.sale TO app_user;
CREATE FUNCTION app.sold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.shelf AS s SET pieces = s.pieces - NEW.pieces WHERE s.sku = NEW.article AND s.counted
    AND s.tenant_id = NEW.tenant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER sold AFTER INSERT ON app.sale FOR EACH ROW EXECUTE FUNCTION app.sold();
