-- Ski schools share the tables; the key is the school's short name in the address of its site.
CREATE ROLE hf_skischool_app LOGIN;
GRANT USAGE ON SCHEMA public TO hf_skischool_app;

CREATE DOMAIN slug AS text CHECK (VALUE ~ '^[a-z0-9-]{2,40}$');
CREATE TYPE discipline AS ENUM ('ski', 'board', 'nordic');

CREATE FUNCTION current_school() RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('ski.school', true), '');

CREATE TABLE resorts (
  code text PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE schools (
  school slug PRIMARY KEY,
  title text NOT NULL,
  resort text REFERENCES resorts (code)
);

CREATE TABLE instructors (
  school slug NOT NULL REFERENCES schools,
  badge integer NOT NULL,
  name text NOT NULL,
  teaches discipline[] NOT NULL DEFAULT '{ski}',
  PRIMARY KEY (school, badge)
);

CREATE TABLE guests (
  school slug NOT NULL REFERENCES schools,
  nr integer NOT NULL,
  name text NOT NULL,
  born date,
  health_note text,
  PRIMARY KEY (school, nr)
);

CREATE TABLE courses (
  school slug NOT NULL REFERENCES schools,
  code text NOT NULL,
  kind discipline NOT NULL DEFAULT 'ski',
  title text NOT NULL,
  price numeric(8, 2) NOT NULL,
  PRIMARY KEY (school, code)
);

CREATE TABLE lessons (
  school slug NOT NULL,
  nr integer NOT NULL,
  course text NOT NULL,
  badge integer NOT NULL,
  during tstzrange NOT NULL,
  PRIMARY KEY (school, nr),
  FOREIGN KEY (school, course) REFERENCES courses (school, code),
  FOREIGN KEY (school, badge) REFERENCES instructors (school, badge)
);

CREATE TABLE bookings (
  school slug NOT NULL,
  lesson integer NOT NULL,
  guest integer NOT NULL,
  paid numeric(8, 2) NOT NULL DEFAULT 0,
  PRIMARY KEY (school, lesson, guest),
  FOREIGN KEY (school, lesson) REFERENCES lessons (school, nr) ON DELETE CASCADE,
  FOREIGN KEY (school, guest) REFERENCES guests (school, nr) ON DELETE CASCADE
);

CREATE TABLE gear (
  school slug NOT NULL REFERENCES schools,
  label text NOT NULL,
  kind discipline NOT NULL DEFAULT 'ski',
  PRIMARY KEY (school, label)
);

CREATE TABLE gear_loans (
  school slug NOT NULL,
  label text NOT NULL,
  guest integer NOT NULL,
  since date NOT NULL DEFAULT current_date,
  PRIMARY KEY (school, label, guest),
  FOREIGN KEY (school, label) REFERENCES gear (school, label),
  FOREIGN KEY (school, guest) REFERENCES guests (school, nr)
);

CREATE TABLE letter_templates (
  school slug NOT NULL REFERENCES schools,
  name text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (school, name)
);

ALTER TABLE schools ENABLE ROW LEVEL SECURITY;
ALTER TABLE schools FORCE ROW LEVEL SECURITY;
CREATE POLICY schools_own ON schools FOR SELECT USING (school = current_school());
GRANT SELECT ON schools, resorts TO hf_skischool_app;

DO $$
DECLARE
  t text;
  v text;
BEGIN
  FOREACH t IN ARRAY ARRAY['instructors', 'guests', 'courses', 'lessons', 'bookings', 'gear', 'gear_loans',
    'letter_templates']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    -- One policy for each verb, so that a later change touches only what it means to.
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (school = current_school())', t || '_sel', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT
      WITH CHECK (school = current_school())', t || '_ins', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (school = current_school())
      WITH CHECK (school = current_school())', t || '_upd', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (school = current_school())', t || '_del', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_skischool_app', t);
  END LOOP;
END
$$;
