-- finds: unique_oracle app.line_text_excl
-- bad:
CREATE TABLE app.line (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, note_id integer, text text,
  EXCLUDE USING btree (text WITH =));
INSERT INTO app.line (tenant_id, note_id, text) SELECT tenant_id, id, body FROM app.note WHERE id < 3;
ALTER TABLE app.line ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.line USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON app.line TO app_user;
-- good:
CREATE TABLE app.line (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, note_id integer, text text,
  EXCLUDE USING btree (tenant_id WITH =, text WITH =));
INSERT INTO app.line (tenant_id, note_id, text) SELECT tenant_id, id, body FROM app.note WHERE id < 3;
ALTER TABLE app.line ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.line USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON app.line TO app_user;
