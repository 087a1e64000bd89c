-- Music schools. Names as the framework makes them; lesson rows carry no school, their course does.
CREATE ROLE hf_conservatory_app LOGIN;

CREATE TABLE schools (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name varchar(255) NOT NULL,
  settings jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE instruments (
  slug varchar(64) PRIMARY KEY,
  label varchar(255) NOT NULL
);

CREATE TABLE teachers (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  school_id uuid NOT NULL REFERENCES schools (id),
  name varchar(255) NOT NULL,
  hourly_rate integer,
  PRIMARY KEY (school_id, id)
);

CREATE TABLE students (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  school_id uuid NOT NULL REFERENCES schools (id),
  name varchar(255) NOT NULL,
  guardian_email varchar(255),
  deleted_at timestamp(0),
  PRIMARY KEY (school_id, id)
);

-- The id of courses and lessons is never for the client to choose: no right to insert or update it.
CREATE TABLE courses (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  school_id uuid NOT NULL REFERENCES schools (id),
  teacher_id uuid NOT NULL,
  title varchar(255) NOT NULL,
  instrument varchar(64) REFERENCES instruments (slug),
  FOREIGN KEY (school_id, teacher_id) REFERENCES teachers (school_id, id)
);

CREATE TABLE lessons (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  course_id uuid NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  starts_at timestamp(0) NOT NULL,
  topic text
);

CREATE TABLE lesson_notes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lesson_id uuid NOT NULL REFERENCES lessons (id) ON DELETE CASCADE,
  body text NOT NULL
);

-- Comments hang on a lesson or on a course.
CREATE TABLE comments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  commentable_type varchar(255) NOT NULL CHECK (commentable_type IN ('Lesson', 'Course')),
  commentable_id uuid NOT NULL,
  body text NOT NULL
);

CREATE TABLE enrollments (
  school_id uuid NOT NULL,
  student_id uuid NOT NULL,
  course_id uuid NOT NULL,
  PRIMARY KEY (school_id, student_id, course_id),
  FOREIGN KEY (school_id, student_id) REFERENCES students (school_id, id) ON DELETE CASCADE,
  FOREIGN KEY (course_id) REFERENCES courses (id) ON DELETE CASCADE
);

CREATE TABLE invoices (
  school_id uuid NOT NULL REFERENCES schools (id),
  number varchar(32) NOT NULL,
  student_id uuid,
  cents integer NOT NULL,
  text varchar(255),
  PRIMARY KEY (school_id, number),
  FOREIGN KEY (school_id, student_id) REFERENCES students (school_id, id)
);

ALTER TABLE schools ENABLE ROW LEVEL SECURITY;
ALTER TABLE schools FORCE ROW LEVEL SECURITY;
CREATE POLICY school_isolation ON schools FOR SELECT
  USING (id = NULLIF(current_setting('app.school_id', true), '')::uuid);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['teachers', 'students', 'courses', 'enrollments', 'invoices'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['teachers', 'students', 'courses', 'invoices'] LOOP
    EXECUTE format($p$CREATE POLICY school_isolation ON %I
      USING (school_id = NULLIF(current_setting('app.school_id', true), '')::uuid)$p$, t);
  END LOOP;
END $$;
-- The course must be one of the school as well; the subquery sees only those.
CREATE POLICY school_isolation ON enrollments
  USING (school_id = NULLIF(current_setting('app.school_id', true), '')::uuid
    AND EXISTS (SELECT 1 FROM courses c WHERE c.id = enrollments.course_id));
ALTER TABLE lessons ENABLE ROW LEVEL SECURITY;
ALTER TABLE lessons FORCE ROW LEVEL SECURITY;
CREATE POLICY by_course ON lessons USING (EXISTS (SELECT 1 FROM courses c WHERE c.id = lessons.course_id));
ALTER TABLE lesson_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE lesson_notes FORCE ROW LEVEL SECURITY;
CREATE POLICY by_lesson ON lesson_notes
  USING (EXISTS (SELECT 1 FROM lessons l WHERE l.id = lesson_notes.lesson_id));
ALTER TABLE comments ENABLE ROW LEVEL SECURITY;
ALTER TABLE comments FORCE ROW LEVEL SECURITY;
CREATE POLICY by_subject ON comments USING (
  commentable_type = 'Lesson' AND EXISTS (SELECT 1 FROM lessons l WHERE l.id = comments.commentable_id)
  OR commentable_type = 'Course' AND EXISTS (SELECT 1 FROM courses c WHERE c.id = comments.commentable_id));

GRANT SELECT ON schools, instruments TO hf_conservatory_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON teachers, students, enrollments, invoices TO hf_conservatory_app;
GRANT SELECT, DELETE ON courses, lessons, lesson_notes, comments TO hf_conservatory_app;
GRANT INSERT (school_id, teacher_id, title, instrument), UPDATE (teacher_id, title, instrument)
  ON courses TO hf_conservatory_app;
GRANT INSERT (course_id, starts_at, topic), UPDATE (course_id, starts_at, topic) ON lessons
  TO hf_conservatory_app;
GRANT INSERT (lesson_id, body), UPDATE (body) ON lesson_notes TO hf_conservatory_app;
GRANT INSERT (commentable_type, commentable_id, body), UPDATE (body) ON comments TO hf_conservatory_app;
