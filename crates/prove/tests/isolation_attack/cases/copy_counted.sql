-- finds: trigger_copies_rows app.tally
-- bad:
-- A count is kept for each note that is marked; the mark refers to the note.
CREATE TABLE app.mark (
  tenant_id uuid NOT NULL, note_id integer NOT NULL REFERENCES app.note, PRIMARY KEY (tenant_id, note_id));
INSERT INTO app.mark SELECT tenant_id, id FROM app.note WHERE id < 3;
ALTER TABLE app.mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.mark USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.mark TO app_user;
CREATE TABLE app.tally (day date PRIMARY KEY, word text NOT NULL, marks integer NOT NULL);
CREATE FUNCTION app.count_marks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.tally SELECT current_date, n.body, 1 FROM app.note AS n WHERE n.id = NEW.note_id
  ON CONFLICT (day) DO UPDATE SET marks = tally.marks + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER count_marks AFTER INSERT ON app.mark FOR EACH ROW EXECUTE FUNCTION app.count_marks();
GRANT SELECT ON app.tally TO app_user;
-- good:
CREATE TABLE app.mark (
  tenant_id uuid NOT NULL, note_id integer NOT NULL REFERENCES app.note, PRIMARY KEY (tenant_id, note_id));
INSERT INTO app.mark SELECT tenant_id, id FROM app.note WHERE id < 3;
ALTER TABLE app.mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.mark USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.mark TO app_user;
CREATE TABLE app.tally (day date PRIMARY KEY, word text NOT NULL, marks integer NOT NULL);
CREATE FUNCTION app.count_marks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.tally SELECT current_date, n.body, 1 FROM app.note AS n WHERE n.id = NEW.note_id
  ON CONFLICT (day) DO UPDATE SET marks = tally.marks + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER count_marks AFTER INSERT ON app.mark FOR EACH ROW EXECUTE FUNCTION app.count_marks();
GRANT SELECT (day) ON app.tally TO app_user;
