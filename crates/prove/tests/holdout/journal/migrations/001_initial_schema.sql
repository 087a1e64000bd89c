-- A personal journal: each user is a tenant of its own, entries, attachments as large objects kept out.

CREATE ROLE ho_journal_app LOGIN;

CREATE TABLE moods (mood text PRIMARY KEY);
CREATE TABLE people (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), handle text NOT NULL, bio text);
CREATE FUNCTION person() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('journal.person', true), '')::uuid $$;
CREATE TABLE notebooks (
  person_id uuid NOT NULL DEFAULT person() REFERENCES people ON DELETE CASCADE,
  name text NOT NULL,
  PRIMARY KEY (person_id, name)
);
CREATE TABLE entries (
  person_id uuid NOT NULL DEFAULT person(),
  notebook text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  written_on date NOT NULL DEFAULT current_date,
  mood text REFERENCES moods,
  body text NOT NULL,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED,
  PRIMARY KEY (person_id, id),
  FOREIGN KEY (person_id, notebook) REFERENCES notebooks ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE TABLE entry_versions (
  person_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  version integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (person_id, entry_id, version),
  FOREIGN KEY (person_id, entry_id) REFERENCES entries ON DELETE CASCADE
);
CREATE TABLE reminders (
  person_id uuid NOT NULL DEFAULT person() REFERENCES people ON DELETE CASCADE,
  at timestamptz NOT NULL,
  label text,
  PRIMARY KEY (person_id, at)
);

CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO entry_versions SELECT OLD.person_id, OLD.id, count(*) + 1, OLD.body FROM entry_versions v
  WHERE v.person_id = OLD.person_id AND v.entry_id = OLD.id;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_version BEFORE UPDATE ON entries FOR EACH ROW EXECUTE FUNCTION keep_version();

ALTER TABLE people ENABLE ROW LEVEL SECURITY;
ALTER TABLE notebooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminders ENABLE ROW LEVEL SECURITY;
CREATE POLICY myself ON people USING (id = person());
CREATE POLICY mine ON notebooks USING (person_id = person());
CREATE POLICY mine ON entries USING (person_id = person());
CREATE POLICY mine ON entry_versions FOR SELECT USING (person_id = person());
CREATE POLICY mine ON reminders USING (person_id = person());
GRANT SELECT ON moods, entry_versions TO ho_journal_app;
GRANT SELECT, UPDATE (handle, bio) ON people TO ho_journal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON notebooks, entries, reminders TO ho_journal_app;
