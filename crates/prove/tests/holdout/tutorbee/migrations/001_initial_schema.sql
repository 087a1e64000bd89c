-- Tutoring centers on a hosted platform: the API sets the claims of the token before each request.
CREATE ROLE hf_tutorbee_app LOGIN;
-- Background jobs of the platform.
CREATE ROLE hf_tutorbee_service NOLOGIN BYPASSRLS;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TYPE member_role AS ENUM ('parent', 'tutor', 'admin');

CREATE TABLE profiles (
  id uuid PRIMARY KEY,
  full_name text NOT NULL,
  phone text
);
CREATE TABLE centers (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  city text
);
CREATE TABLE center_members (
  center_id uuid NOT NULL REFERENCES centers (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  role member_role NOT NULL DEFAULT 'parent',
  PRIMARY KEY (center_id, user_id)
);
CREATE TABLE invitations (
  center_id uuid NOT NULL REFERENCES centers (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  role member_role NOT NULL DEFAULT 'parent',
  accepted_at timestamptz,
  PRIMARY KEY (center_id, id)
);
CREATE TABLE students (
  center_id uuid NOT NULL REFERENCES centers (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  grade integer,
  PRIMARY KEY (center_id, id)
);
CREATE TABLE lessons (
  center_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  student_id uuid NOT NULL,
  tutor_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  subject text NOT NULL,
  PRIMARY KEY (center_id, id),
  FOREIGN KEY (center_id, student_id) REFERENCES students (center_id, id) ON DELETE CASCADE,
  FOREIGN KEY (center_id, tutor_id) REFERENCES center_members (center_id, user_id)
);
CREATE TABLE lesson_notes (
  center_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  lesson_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (center_id, id),
  FOREIGN KEY (center_id, lesson_id) REFERENCES lessons (center_id, id) ON DELETE CASCADE
);
CREATE TABLE fees (
  center_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  student_id uuid NOT NULL,
  cents integer NOT NULL,
  paid boolean NOT NULL DEFAULT false,
  PRIMARY KEY (center_id, id),
  FOREIGN KEY (center_id, student_id) REFERENCES students (center_id, id) ON DELETE CASCADE
);
CREATE TABLE files (
  center_id uuid NOT NULL REFERENCES centers (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  bucket text NOT NULL,
  path text NOT NULL,
  PRIMARY KEY (center_id, id)
);

CREATE FUNCTION uid() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;
CREATE FUNCTION is_member(p_center uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM center_members WHERE center_id = p_center AND user_id = uid())
$$;
CREATE FUNCTION is_staff(p_center uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM center_members
    WHERE center_id = p_center AND user_id = uid() AND role IN ('tutor', 'admin'))
$$;
CREATE FUNCTION is_admin(p_center uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM center_members
    WHERE center_id = p_center AND user_id = uid() AND role = 'admin')
$$;
GRANT EXECUTE ON FUNCTION uid(), is_member(uuid), is_staff(uuid), is_admin(uuid)
  TO hf_tutorbee_app, hf_tutorbee_service;

GRANT SELECT ON profiles, centers, center_members TO hf_tutorbee_app;
GRANT UPDATE (full_name, phone) ON profiles TO hf_tutorbee_app;
GRANT UPDATE (name, city) ON centers TO hf_tutorbee_app;
GRANT SELECT, INSERT, DELETE ON invitations TO hf_tutorbee_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON students, lessons, lesson_notes, fees, files TO hf_tutorbee_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO hf_tutorbee_service;

ALTER TABLE profiles ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "People see themselves and their colleagues" ON profiles FOR SELECT
  USING (id = uid() OR EXISTS (SELECT 1 FROM center_members m WHERE m.user_id = profiles.id));
CREATE POLICY "People edit themselves" ON profiles FOR UPDATE USING (id = uid()) WITH CHECK (id = uid());
ALTER TABLE centers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "Members read" ON centers FOR SELECT USING (is_member(id));
CREATE POLICY "Admins edit" ON centers FOR UPDATE USING (is_admin(id)) WITH CHECK (is_admin(id));
ALTER TABLE center_members ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "Members read" ON center_members FOR SELECT USING (is_member(center_id));
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "Admins manage" ON invitations USING (is_admin(center_id)) WITH CHECK (is_admin(center_id));
ALTER TABLE students ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "Members read" ON students FOR SELECT USING (is_member(center_id));
CREATE POLICY "Staff add" ON students FOR INSERT WITH CHECK (is_staff(center_id));
CREATE POLICY "Staff edit" ON students FOR UPDATE
  USING (is_staff(center_id)) WITH CHECK (is_staff(center_id));
CREATE POLICY "Admins remove" ON students FOR DELETE USING (is_admin(center_id));
ALTER TABLE lessons ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "Members read" ON lessons FOR SELECT USING (is_member(center_id));
CREATE POLICY "Staff write" ON lessons USING (is_staff(center_id)) WITH CHECK (is_staff(center_id));
ALTER TABLE lesson_notes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "Staff only" ON lesson_notes USING (is_staff(center_id)) WITH CHECK (is_staff(center_id));
ALTER TABLE fees ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "Admins only" ON fees USING (is_admin(center_id)) WITH CHECK (is_admin(center_id));
ALTER TABLE files ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "Members read" ON files FOR SELECT USING (is_member(center_id));
CREATE POLICY "Staff write" ON files USING (is_staff(center_id)) WITH CHECK (is_staff(center_id));
