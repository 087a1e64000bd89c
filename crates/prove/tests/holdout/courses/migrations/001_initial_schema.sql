-- Online courses: staff see a course through enrolments, certificates are looked up by number.

CREATE ROLE ho_courses_owner NOLOGIN;
CREATE ROLE ho_courses_app LOGIN;
CREATE SCHEMA lms AUTHORIZATION ho_courses_owner;
SET LOCAL ROLE ho_courses_owner;

CREATE TABLE lms.academies (id smallint PRIMARY KEY, name text NOT NULL);
CREATE TABLE lms.learners (
  academy_id smallint NOT NULL REFERENCES lms.academies,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  PRIMARY KEY (academy_id, id)
);
CREATE TABLE lms.courses (
  academy_id smallint NOT NULL REFERENCES lms.academies,
  code text NOT NULL,
  title text NOT NULL,
  open_to_all boolean NOT NULL DEFAULT false,
  PRIMARY KEY (academy_id, code)
);
CREATE TABLE lms.lessons (
  academy_id smallint NOT NULL,
  code text NOT NULL,
  lesson_no integer NOT NULL,
  content text NOT NULL,
  PRIMARY KEY (academy_id, code, lesson_no),
  FOREIGN KEY (academy_id, code) REFERENCES lms.courses ON DELETE CASCADE
);
CREATE TABLE lms.enrolments (
  academy_id smallint NOT NULL,
  learner_id uuid NOT NULL,
  code text NOT NULL,
  progress numeric(4, 1) NOT NULL DEFAULT 0,
  PRIMARY KEY (academy_id, learner_id, code),
  FOREIGN KEY (academy_id, learner_id) REFERENCES lms.learners ON DELETE CASCADE,
  FOREIGN KEY (academy_id, code) REFERENCES lms.courses
);
CREATE TABLE lms.certificates (
  academy_id smallint NOT NULL,
  learner_id uuid NOT NULL,
  code text NOT NULL,
  number uuid NOT NULL DEFAULT gen_random_uuid(),
  PRIMARY KEY (academy_id, number),
  FOREIGN KEY (academy_id, learner_id, code) REFERENCES lms.enrolments ON DELETE CASCADE
);

CREATE FUNCTION lms.academy() RETURNS smallint LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('lms.academy', true), '')::smallint $$;
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['learners', 'courses', 'lessons', 'enrolments', 'certificates'] LOOP
    EXECUTE format('ALTER TABLE lms.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY academy ON lms.%I TO PUBLIC USING (academy_id = lms.academy())
      WITH CHECK (academy_id = lms.academy())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON lms.%I TO ho_courses_app', t);
  END LOOP;
END $$;
ALTER TABLE lms.academies ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON lms.academies USING (id = lms.academy());
GRANT USAGE ON SCHEMA lms TO ho_courses_app;
GRANT SELECT ON lms.academies TO ho_courses_app;
RESET ROLE;
