-- finds: fk_cross_tenant line_note_id_fkey on app.line
-- bad:
CREATE TABLE app.line (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, note_id integer, text text,
  FOREIGN KEY (note_id) REFERENCES app.note);
INSERT INTO app.line (tenant_id, note_id, text) SELECT tenant_id, id, body FROM app.note WHERE id < 3;
ALTER TABLE app.line ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.line USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON app.line TO app_user;
-- good:
ALTER TABLE app.note ADD UNIQUE (tenant_id, id);
CREATE TABLE app.line (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, note_id integer, text text,
  FOREIGN KEY (tenant_id, note_id) REFERENCES app.note (tenant_id, id));
INSERT INTO app.line (tenant_id, note_id, text) SELECT tenant_id, id, body FROM app.note WHERE id < 3;
ALTER TABLE app.line ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.line USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON app.line TO app_user;
