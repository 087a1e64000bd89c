-- finds: secdef_trigger_cross_write app.line
-- also: fk_cross_tenant
-- bad:
CREATE TABLE app.line (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, note_id integer, text text,
  FOREIGN KEY (note_id) REFERENCES app.note);
INSERT INTO app.line (tenant_id, note_id, text) SELECT tenant_id, id, body FROM app.note WHERE id < 3;
ALTER TABLE app.line ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.line USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.line TO app_user;
CREATE FUNCTION app.bump() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN UPDATE app.note SET pinned = true WHERE id = NEW.note_id; RETURN NEW; END $$;
CREATE TRIGGER bump AFTER INSERT ON app.line FOR EACH ROW EXECUTE FUNCTION app.bump();
-- good:
ALTER TABLE app.note ADD UNIQUE (tenant_id, id);
CREATE TABLE app.line (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, note_id integer, text text,
  FOREIGN KEY (tenant_id, note_id) REFERENCES app.note (tenant_id, id));
INSERT INTO app.line (tenant_id, note_id, text) SELECT tenant_id, id, body FROM app.note WHERE id < 3;
ALTER TABLE app.line ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.line USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.line TO app_user;
CREATE FUNCTION app.bump() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN UPDATE app.note SET pinned = true WHERE id = NEW.note_id
  AND tenant_id = NEW.tenant_id; RETURN NEW; END $$;
CREATE TRIGGER bump AFTER INSERT ON app.line FOR EACH ROW EXECUTE FUNCTION app.bump();
