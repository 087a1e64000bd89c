-- Schools, their users, classes, pupils, assignments. Submissions, marks and remarks hang on their parents.
CREATE ROLE hf_classrooms_app LOGIN;
CREATE SCHEMA auth;
CREATE SCHEMA storage;
GRANT USAGE ON SCHEMA auth, storage TO hf_classrooms_app;

CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;

CREATE TABLE subjects (code text PRIMARY KEY, name text NOT NULL);
INSERT INTO subjects VALUES ('math', 'Mathematics'), ('art', 'Art');

CREATE TABLE schools (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  parent_code text NOT NULL DEFAULT ''
);

-- Users are known by the token's subject only.
CREATE TABLE school_users (
  school_id uuid NOT NULL REFERENCES schools ON DELETE CASCADE,
  user_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('head', 'teacher', 'pupil')),
  PRIMARY KEY (school_id, user_id)
);

CREATE TABLE classes (
  school_id uuid NOT NULL REFERENCES schools ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  subject text NOT NULL REFERENCES subjects,
  PRIMARY KEY (school_id, id)
);

CREATE TABLE pupils (
  school_id uuid NOT NULL REFERENCES schools ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  born date,
  PRIMARY KEY (school_id, id)
);

CREATE TABLE assignments (
  school_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  class_id uuid NOT NULL,
  title text NOT NULL,
  solution text NOT NULL DEFAULT '',
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, class_id) REFERENCES classes ON DELETE CASCADE
);

CREATE TABLE submissions (
  school_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  assignment_id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  answer text NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, assignment_id, pupil_id),
  FOREIGN KEY (school_id, assignment_id) REFERENCES assignments ON DELETE CASCADE,
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupils ON DELETE CASCADE
);

CREATE TABLE marks (
  school_id uuid NOT NULL,
  submission_id uuid NOT NULL,
  points integer NOT NULL CHECK (points BETWEEN 0 AND 100),
  remark text NOT NULL DEFAULT '',
  PRIMARY KEY (school_id, submission_id),
  FOREIGN KEY (school_id, submission_id) REFERENCES submissions ON DELETE CASCADE
);

-- A file's folder is its class; the school is found through the class.
CREATE TABLE storage.objects (
  school_id uuid NOT NULL,
  class_id uuid NOT NULL,
  name text NOT NULL,
  owner uuid DEFAULT auth.uid(),
  PRIMARY KEY (school_id, class_id, name),
  FOREIGN KEY (school_id, class_id) REFERENCES public.classes ON DELETE CASCADE
);

CREATE FUNCTION my_school(school uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM school_users u WHERE u.school_id = school AND u.user_id = auth.uid())
$$;
REVOKE EXECUTE ON FUNCTION my_school(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION my_school(uuid) TO hf_classrooms_app;

ALTER TABLE schools ENABLE ROW LEVEL SECURITY;
ALTER TABLE schools FORCE ROW LEVEL SECURITY;
CREATE POLICY schools_read ON schools FOR SELECT USING (my_school(id));
ALTER TABLE school_users ENABLE ROW LEVEL SECURITY;
ALTER TABLE school_users FORCE ROW LEVEL SECURITY;
CREATE POLICY school_users_read ON school_users FOR SELECT USING (my_school(school_id));
GRANT SELECT ON subjects, schools, school_users TO hf_classrooms_app;

DO $$
DECLARE t regclass;
BEGIN
  FOREACH t IN ARRAY ARRAY['classes', 'pupils', 'assignments', 'submissions', 'marks',
      'storage.objects']::regclass[] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY in_my_school ON %s
      USING (public.my_school(school_id)) WITH CHECK (public.my_school(school_id))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO hf_classrooms_app', t);
  END LOOP;
END
$$;

-- Remarks have only the mark's key with its school; they are seen with the mark.
CREATE TABLE remark_replies (
  mark_school uuid NOT NULL,
  mark_submission uuid NOT NULL,
  n integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (mark_school, mark_submission, n),
  FOREIGN KEY (mark_school, mark_submission) REFERENCES marks ON DELETE CASCADE
);
ALTER TABLE remark_replies ENABLE ROW LEVEL SECURITY;
ALTER TABLE remark_replies FORCE ROW LEVEL SECURITY;
CREATE POLICY with_mark ON remark_replies
  USING (EXISTS (SELECT FROM marks m WHERE m.school_id = mark_school AND m.submission_id = mark_submission))
  WITH CHECK (EXISTS (
    SELECT FROM marks m WHERE m.school_id = mark_school AND m.submission_id = mark_submission));
GRANT SELECT, INSERT, UPDATE, DELETE ON remark_replies TO hf_classrooms_app;
