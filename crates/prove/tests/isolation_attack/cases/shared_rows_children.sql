-- finds: shared_rows_writable app.line
-- bad:
-- Notes without a tenant are everybody's to read, but their lines are everybody's to change.
ALTER TABLE app.note ALTER tenant_id DROP NOT NULL;
CREATE POLICY common ON app.note FOR SELECT USING (tenant_id IS NULL);
CREATE TABLE app.line (
  note_id integer NOT NULL REFERENCES app.note,
  place integer NOT NULL,
  words text,
  PRIMARY KEY (note_id, place)
);
INSERT INTO app.line SELECT id, 1, body FROM app.note;
ALTER TABLE app.line ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY by_note ON app.line USING (EXISTS (SELECT FROM app.note n WHERE n.id = note_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON app.line TO app_user;
-- good:
ALTER TABLE app.note ALTER tenant_id DROP NOT NULL;
CREATE POLICY common ON app.note FOR SELECT USING (tenant_id IS NULL);
CREATE TABLE app.line (
  note_id integer NOT NULL REFERENCES app.note,
  place integer NOT NULL,
  words text,
  PRIMARY KEY (note_id, place)
);
INSERT INTO app.line SELECT id, 1, body FROM app.note;
ALTER TABLE app.line ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY by_note ON app.line USING (EXISTS (
  SELECT FROM app.note n
  WHERE n.id = note_id AND n.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid));
CREATE POLICY of_common ON app.line FOR SELECT
  USING (EXISTS (SELECT FROM app.note n WHERE n.id = note_id AND n.tenant_id IS NULL));
GRANT SELECT, INSERT, UPDATE, DELETE ON app.line TO app_user;
