-- School timetables. The application sets app.school_id around each request; ids are counted within a school.
CREATE ROLE hf_bellringer_app LOGIN;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO hf_bellringer_app;

CREATE FUNCTION current_school_id() RETURNS bigint
LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('app.school_id', true), '')::bigint $$;
REVOKE EXECUTE ON FUNCTION current_school_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION current_school_id() TO hf_bellringer_app;

CREATE TABLE public_holidays (
  day date PRIMARY KEY,
  name varchar NOT NULL
);
CREATE TABLE schools (
  id bigint PRIMARY KEY,
  name varchar NOT NULL,
  created_at timestamp NOT NULL DEFAULT now()
);
CREATE TABLE teachers (
  school_id bigint NOT NULL REFERENCES schools (id),
  id bigint NOT NULL,
  short_code varchar NOT NULL,
  email varchar NOT NULL,
  full_name varchar NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, short_code)
);
CREATE TABLE rooms (
  school_id bigint NOT NULL REFERENCES schools (id),
  id bigint NOT NULL,
  name varchar NOT NULL,
  seats integer,
  PRIMARY KEY (school_id, id)
);
CREATE TABLE subjects (
  school_id bigint NOT NULL REFERENCES schools (id),
  id bigint NOT NULL,
  title varchar NOT NULL,
  PRIMARY KEY (school_id, id)
);
CREATE TABLE school_classes (
  school_id bigint NOT NULL REFERENCES schools (id),
  id bigint NOT NULL,
  label varchar NOT NULL,
  PRIMARY KEY (school_id, id)
);
CREATE TABLE pupils (
  school_id bigint NOT NULL,
  id bigint NOT NULL,
  school_class_id bigint NOT NULL,
  full_name varchar NOT NULL,
  previous_school_id bigint,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, school_class_id) REFERENCES school_classes (school_id, id)
);
CREATE TABLE lessons (
  school_id bigint NOT NULL,
  id bigint NOT NULL,
  teacher_id bigint NOT NULL,
  room_id bigint,
  subject_id bigint NOT NULL,
  school_class_id bigint NOT NULL,
  weekday integer NOT NULL CHECK (weekday BETWEEN 1 AND 6),
  period integer NOT NULL,
  remark text,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, teacher_id) REFERENCES teachers (school_id, id),
  FOREIGN KEY (school_id, room_id) REFERENCES rooms (school_id, id),
  FOREIGN KEY (school_id, subject_id) REFERENCES subjects (school_id, id),
  FOREIGN KEY (school_id, school_class_id) REFERENCES school_classes (school_id, id)
);
CREATE TABLE substitutions (
  school_id bigint NOT NULL,
  id bigint NOT NULL,
  lesson_id bigint NOT NULL,
  day date NOT NULL,
  reason text,
  cancelled_at timestamp,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, lesson_id) REFERENCES lessons (school_id, id) ON DELETE CASCADE
);
CREATE TABLE absences (
  school_id bigint NOT NULL,
  id bigint NOT NULL,
  teacher_id bigint NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  note text,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, teacher_id) REFERENCES teachers (school_id, id)
);
CREATE TABLE calendar_feeds (
  school_id bigint NOT NULL,
  id bigint NOT NULL,
  teacher_id bigint NOT NULL,
  title varchar NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, teacher_id) REFERENCES teachers (school_id, id) ON DELETE CASCADE
);

GRANT SELECT ON public_holidays, schools TO hf_bellringer_app;
ALTER TABLE schools ENABLE ROW LEVEL SECURITY;
ALTER TABLE schools FORCE ROW LEVEL SECURITY;
CREATE POLICY school_scope ON schools FOR SELECT USING (id = current_school_id());
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['teachers', 'rooms', 'subjects', 'school_classes', 'pupils', 'lessons',
    'substitutions',
    'absences', 'calendar_feeds']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY school_scope ON %I USING (school_id = current_school_id())
      WITH CHECK (school_id = current_school_id())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_bellringer_app', t);
  END LOOP;
END $$;
