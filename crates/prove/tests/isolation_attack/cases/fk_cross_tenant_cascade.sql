-- finds: fk_cross_tenant line_note_id_fkey on app.line
-- bad:
CREATE TABLE app.line (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, note_id integer, text text,
  FOREIGN KEY (note_id) REFERENCES app.note ON DELETE CASCADE);
INSERT INTO app.line (tenant_id, note_id, text) SELECT tenant_id, id, body FROM app.note WHERE id < 3;
ALTER TABLE app.line ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.line USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON app.line TO app_user;
-- good:
-- A trigger may look at the tenant as well.
CREATE TABLE app.line (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, note_id integer, text text,
  FOREIGN KEY (note_id) REFERENCES app.note ON DELETE CASCADE);
INSERT INTO app.line (tenant_id, note_id, text) SELECT tenant_id, id, body FROM app.note WHERE id < 3;
ALTER TABLE app.line ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.line USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON app.line TO app_user;
CREATE FUNCTION app.same_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM app.note WHERE id = NEW.note_id AND tenant_id = NEW.tenant_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such note' USING ERRCODE = '23503'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER same_tenant BEFORE INSERT OR UPDATE ON app.line
  FOR EACH ROW EXECUTE FUNCTION app.same_tenant();
