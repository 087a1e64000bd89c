-- The browser talks to the database itself, as this role with the claims of the user's token.
CREATE ROLE hf_proctorbay_app LOGIN;
CREATE SCHEMA auth;
CREATE SCHEMA storage;
GRANT USAGE ON SCHEMA auth, storage TO hf_proctorbay_app;

CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE SQL STABLE
  AS $$ SELECT NULLIF(current_setting('request.jwt.claims', TRUE), '')::jsonb $$;
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE SQL STABLE
  AS $$ SELECT (auth.jwt() ->> 'sub')::uuid $$;

CREATE TABLE public.schools (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL UNIQUE,
  title text NOT NULL
);

CREATE TABLE public.school_members (
  school_id uuid NOT NULL REFERENCES public.schools (id),
  user_id uuid NOT NULL,
  role text NOT NULL DEFAULT 'student',
  PRIMARY KEY (school_id, user_id)
);

CREATE FUNCTION public.my_schools() RETURNS SETOF uuid LANGUAGE SQL STABLE SECURITY DEFINER
  SET search_path = ''
  AS $$ SELECT m.school_id FROM public.school_members m WHERE m.user_id = auth.uid() $$;

CREATE TABLE public.profiles (
  user_id uuid PRIMARY KEY,
  display_name text NOT NULL,
  active_school uuid REFERENCES public.schools (id)
);

CREATE TABLE public.exams (
  school_id uuid NOT NULL REFERENCES public.schools (id),
  code text NOT NULL,
  title text NOT NULL,
  status text NOT NULL DEFAULT 'draft',
  PRIMARY KEY (school_id, code)
);

CREATE TABLE public.questions (
  school_id uuid NOT NULL,
  exam_code text NOT NULL,
  number integer NOT NULL,
  wording text NOT NULL,
  solution text,
  PRIMARY KEY (school_id, exam_code, number),
  FOREIGN KEY (school_id, exam_code) REFERENCES public.exams (school_id, code) ON DELETE CASCADE
);

CREATE TABLE public.sittings (
  school_id uuid NOT NULL,
  exam_code text NOT NULL,
  student_id uuid NOT NULL,
  grade text,
  PRIMARY KEY (school_id, exam_code, student_id),
  FOREIGN KEY (school_id, exam_code) REFERENCES public.exams (school_id, code) ON DELETE CASCADE
);

CREATE TABLE public.announcements (
  school_id uuid NOT NULL REFERENCES public.schools (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  body text NOT NULL,
  PRIMARY KEY (school_id, id)
);

CREATE TABLE public.invitations (
  school_id uuid NOT NULL REFERENCES public.schools (id),
  email text NOT NULL,
  role text NOT NULL DEFAULT 'teacher',
  PRIMARY KEY (school_id, email)
);

-- Files: the first folder of a name is the id of the school.
CREATE TABLE storage.buckets (
  id text PRIMARY KEY,
  public boolean NOT NULL DEFAULT FALSE
);
CREATE TABLE storage.objects (
  bucket_id text NOT NULL REFERENCES storage.buckets (id),
  name text NOT NULL,
  owner uuid,
  metadata jsonb,
  PRIMARY KEY (bucket_id, name)
);

ALTER TABLE public.schools ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.schools FORCE ROW LEVEL SECURITY;
CREATE POLICY "members see their school" ON public.schools FOR SELECT
  USING (id IN (SELECT public.my_schools()));
ALTER TABLE public.school_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.school_members FORCE ROW LEVEL SECURITY;
CREATE POLICY "members see members" ON public.school_members FOR SELECT
  USING (school_id IN (SELECT public.my_schools()));
ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.profiles FORCE ROW LEVEL SECURITY;
CREATE POLICY "own profile" ON public.profiles USING (user_id = auth.uid())
  WITH CHECK (user_id = auth.uid()
    AND (active_school IS NULL OR active_school IN (SELECT public.my_schools())));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['exams', 'questions', 'sittings', 'announcements', 'invitations'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "members only" ON public.%I
      USING (school_id IN (SELECT public.my_schools()))
      WITH CHECK (school_id IN (SELECT public.my_schools()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO hf_proctorbay_app', t);
  END LOOP;
END $$;

ALTER TABLE storage.objects ENABLE ROW LEVEL SECURITY;
ALTER TABLE storage.objects FORCE ROW LEVEL SECURITY;
CREATE POLICY "own folder" ON storage.objects
  USING (split_part(name, '/', 1) IN (SELECT s::text FROM public.my_schools() s))
  WITH CHECK (split_part(name, '/', 1) IN (SELECT s::text FROM public.my_schools() s));

GRANT SELECT ON public.schools, public.school_members, storage.buckets TO hf_proctorbay_app;
GRANT SELECT, INSERT, UPDATE ON public.profiles TO hf_proctorbay_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON storage.objects TO hf_proctorbay_app;
