-- Language schools. A lesson reaches its school through its course, a mark through its lesson and student.
CREATE ROLE hf_fluentford_app LOGIN;
CREATE SCHEMA ling;
GRANT USAGE ON SCHEMA ling TO hf_fluentford_app;

CREATE FUNCTION ling.school() RETURNS uuid
LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('app.current_school', true), '')::uuid $$;

CREATE TABLE ling.languages (code text PRIMARY KEY, label text NOT NULL);

CREATE TABLE ling.schools (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL
);

CREATE TABLE ling.teachers (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  school_id uuid NOT NULL REFERENCES ling.schools,
  full_name text NOT NULL
);

CREATE TABLE ling.students (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  school_id uuid NOT NULL REFERENCES ling.schools,
  email text NOT NULL,
  full_name text NOT NULL,
  UNIQUE (school_id, email)
);

CREATE TABLE ling.courses (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  school_id uuid NOT NULL REFERENCES ling.schools,
  code text NOT NULL,
  title text NOT NULL,
  language text NOT NULL REFERENCES ling.languages,
  places int NOT NULL DEFAULT 10,
  archived boolean NOT NULL DEFAULT false,
  UNIQUE (school_id, code)
);

-- From here on no table names its school.
CREATE TABLE ling.enrolments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  course_id uuid NOT NULL REFERENCES ling.courses ON DELETE CASCADE,
  student_id uuid NOT NULL REFERENCES ling.students ON DELETE CASCADE,
  UNIQUE (course_id, student_id)
);

CREATE TABLE ling.lessons (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  course_id uuid NOT NULL REFERENCES ling.courses ON DELETE CASCADE,
  starts_at timestamptz NOT NULL,
  topic text NOT NULL,
  cancelled boolean NOT NULL DEFAULT false
);

CREATE TABLE ling.recordings (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lesson_id uuid NOT NULL REFERENCES ling.lessons ON DELETE CASCADE,
  caption text NOT NULL
);

CREATE TABLE ling.homework (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lesson_id uuid NOT NULL REFERENCES ling.lessons ON DELETE CASCADE,
  task text NOT NULL
);

CREATE TABLE ling.marks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  homework_id uuid NOT NULL REFERENCES ling.homework ON DELETE CASCADE,
  student_id uuid NOT NULL REFERENCES ling.students ON DELETE CASCADE,
  mark int NOT NULL CHECK (mark BETWEEN 1 AND 6),
  remark text NOT NULL DEFAULT '',
  UNIQUE (homework_id, student_id)
);

CREATE TABLE ling.certificates (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  enrolment_id uuid NOT NULL UNIQUE REFERENCES ling.enrolments ON DELETE CASCADE,
  wording text NOT NULL
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['schools', 'teachers', 'students', 'courses', 'enrolments', 'lessons',
    'recordings', 'homework', 'marks', 'certificates'] LOOP
    EXECUTE format('ALTER TABLE ling.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ling.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

CREATE POLICY own_school ON ling.schools USING (id = ling.school());
CREATE POLICY own_school ON ling.teachers USING (school_id = ling.school());
CREATE POLICY own_school ON ling.students USING (school_id = ling.school());
CREATE POLICY own_school ON ling.courses USING (school_id = ling.school());
CREATE POLICY own_school ON ling.enrolments USING (
  EXISTS (SELECT 1 FROM ling.courses c WHERE c.id = enrolments.course_id AND c.school_id = ling.school())
  AND EXISTS (
    SELECT 1 FROM ling.students s
    WHERE s.id = enrolments.student_id AND s.school_id = ling.school()));
CREATE POLICY own_school ON ling.lessons USING (
  EXISTS (SELECT 1 FROM ling.courses c WHERE c.id = lessons.course_id AND c.school_id = ling.school()));
CREATE POLICY own_school ON ling.recordings USING (EXISTS (
  SELECT 1 FROM ling.lessons l JOIN ling.courses c ON c.id = l.course_id
  WHERE l.id = recordings.lesson_id AND c.school_id = ling.school()));
CREATE POLICY own_school ON ling.homework USING (EXISTS (
  SELECT 1 FROM ling.lessons l JOIN ling.courses c ON c.id = l.course_id
  WHERE l.id = homework.lesson_id AND c.school_id = ling.school()));
CREATE POLICY own_school ON ling.marks USING (
  EXISTS (
    SELECT 1 FROM ling.homework h JOIN ling.lessons l ON l.id = h.lesson_id
    JOIN ling.courses c ON c.id = l.course_id
    WHERE h.id = marks.homework_id AND c.school_id = ling.school())
  AND EXISTS (SELECT 1 FROM ling.students s WHERE s.id = marks.student_id AND s.school_id = ling.school()));
CREATE POLICY own_school ON ling.certificates USING (EXISTS (
  SELECT 1 FROM ling.enrolments e JOIN ling.courses c ON c.id = e.course_id
  WHERE e.id = certificates.enrolment_id AND c.school_id = ling.school()));

CREATE VIEW ling.timetable WITH (security_invoker = true) AS
  SELECT c.code, l.starts_at, l.topic
  FROM ling.lessons l JOIN ling.courses c ON c.id = l.course_id WHERE NOT l.cancelled;

-- Ids are drawn by the database only, so that nobody can try whether one is taken.
GRANT SELECT ON ALL TABLES IN SCHEMA ling TO hf_fluentford_app;
GRANT DELETE ON ling.teachers, ling.students, ling.courses, ling.enrolments, ling.lessons, ling.recordings,
  ling.homework, ling.marks, ling.certificates TO hf_fluentford_app;
GRANT INSERT (school_id, full_name), UPDATE (full_name) ON ling.teachers TO hf_fluentford_app;
GRANT INSERT (school_id, email, full_name), UPDATE (email, full_name) ON ling.students TO hf_fluentford_app;
GRANT INSERT (school_id, code, title, language, places), UPDATE (title, places, archived)
  ON ling.courses TO hf_fluentford_app;
GRANT INSERT (course_id, student_id) ON ling.enrolments TO hf_fluentford_app;
GRANT INSERT (course_id, starts_at, topic), UPDATE (starts_at, topic, cancelled)
  ON ling.lessons TO hf_fluentford_app;
GRANT INSERT (lesson_id, caption), UPDATE (caption) ON ling.recordings TO hf_fluentford_app;
GRANT INSERT (lesson_id, task), UPDATE (task) ON ling.homework TO hf_fluentford_app;
GRANT INSERT (homework_id, student_id, mark, remark), UPDATE (mark, remark)
  ON ling.marks TO hf_fluentford_app;
GRANT INSERT (enrolment_id, wording), UPDATE (wording) ON ling.certificates TO hf_fluentford_app;
