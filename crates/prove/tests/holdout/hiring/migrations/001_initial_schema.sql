-- Jobs, candidates and their way to an offer; files lie in the platform's storage.
CREATE ROLE hf_hiring_app LOGIN;

CREATE SCHEMA auth;
CREATE SCHEMA storage;
GRANT USAGE ON SCHEMA auth, storage TO hf_hiring_app;
CREATE TABLE auth.users (id uuid PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('request.jwt.claims', true), '')::jsonb
$$;
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(auth.jwt() ->> 'sub', '')::uuid
$$;

CREATE TABLE companies (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL
);
CREATE TABLE company_users (
  company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('admin', 'recruiter', 'interviewer')),
  PRIMARY KEY (company_id, user_id)
);
-- One row a person, with a mark for the vendor's own support people.
CREATE TABLE profiles (
  user_id uuid PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE,
  full_name text NOT NULL DEFAULT '',
  avatar_url text,
  is_support boolean NOT NULL DEFAULT false
);
CREATE TABLE invitations (
  company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  role text NOT NULL DEFAULT 'interviewer',
  accepted_at timestamptz,
  PRIMARY KEY (company_id, id)
);
CREATE TABLE jobs (
  company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  salary_max int,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'open', 'filled')),
  PRIMARY KEY (company_id, id)
);
CREATE TABLE candidates (
  company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (company_id, id),
  CONSTRAINT candidates_company_email_key UNIQUE (company_id, email)
);
CREATE TABLE applications (
  company_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  job_id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  stage text NOT NULL DEFAULT 'applied' CHECK (stage IN ('applied', 'screen', 'onsite', 'offer', 'rejected')),
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, job_id) REFERENCES jobs ON DELETE CASCADE,
  FOREIGN KEY (company_id, candidate_id) REFERENCES candidates ON DELETE CASCADE
);
CREATE TABLE scorecards (
  company_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  application_id uuid NOT NULL,
  author_id uuid NOT NULL,
  verdict text NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, application_id) REFERENCES applications ON DELETE CASCADE
);
CREATE TABLE offers (
  company_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  application_id uuid NOT NULL,
  salary int NOT NULL,
  note text,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, application_id) REFERENCES applications ON DELETE CASCADE
);
-- Files: the first folder of the name is the company.
CREATE TABLE storage.objects (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bucket_id text NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION my_companies(roles text[] DEFAULT '{admin,recruiter,interviewer}') RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(company_id), '{}') FROM company_users
  WHERE user_id = auth.uid() AND role = ANY (roles)
$$;

ALTER TABLE companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE companies FORCE ROW LEVEL SECURITY;
ALTER TABLE company_users ENABLE ROW LEVEL SECURITY;
ALTER TABLE company_users FORCE ROW LEVEL SECURITY;
ALTER TABLE profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE profiles FORCE ROW LEVEL SECURITY;
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
ALTER TABLE jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE jobs FORCE ROW LEVEL SECURITY;
ALTER TABLE candidates ENABLE ROW LEVEL SECURITY;
ALTER TABLE candidates FORCE ROW LEVEL SECURITY;
ALTER TABLE applications ENABLE ROW LEVEL SECURITY;
ALTER TABLE applications FORCE ROW LEVEL SECURITY;
ALTER TABLE scorecards ENABLE ROW LEVEL SECURITY;
ALTER TABLE scorecards FORCE ROW LEVEL SECURITY;
ALTER TABLE offers ENABLE ROW LEVEL SECURITY;
ALTER TABLE offers FORCE ROW LEVEL SECURITY;
ALTER TABLE storage.objects ENABLE ROW LEVEL SECURITY;
ALTER TABLE storage.objects FORCE ROW LEVEL SECURITY;
CREATE POLICY companies_read ON companies FOR SELECT USING (id = ANY (my_companies()));
CREATE POLICY company_users_read ON company_users FOR SELECT USING (company_id = ANY (my_companies()));
CREATE POLICY company_users_admin ON company_users FOR UPDATE
  USING (company_id = ANY (my_companies('{admin}')));
CREATE POLICY profiles_own ON profiles USING (user_id = auth.uid());
CREATE POLICY invitations_admin ON invitations USING (company_id = ANY (my_companies('{admin}')));
CREATE POLICY jobs_read ON jobs FOR SELECT USING (company_id = ANY (my_companies()));
CREATE POLICY jobs_write ON jobs USING (company_id = ANY (my_companies('{admin,recruiter}')));
CREATE POLICY candidates_all ON candidates USING (company_id = ANY (my_companies()));
CREATE POLICY applications_all ON applications USING (company_id = ANY (my_companies()));
CREATE POLICY scorecards_read ON scorecards FOR SELECT USING (company_id = ANY (my_companies()));
CREATE POLICY scorecards_own ON scorecards
  USING (company_id = ANY (my_companies()) AND author_id = auth.uid());
CREATE POLICY offers_all ON offers USING (company_id = ANY (my_companies('{admin,recruiter}')));
CREATE POLICY objects_company ON storage.objects
  USING (split_part(name, '/', 1) = ANY (my_companies()::text[]));

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION my_companies(text[]) TO hf_hiring_app;
GRANT SELECT ON companies TO hf_hiring_app;
GRANT SELECT, UPDATE (role) ON company_users TO hf_hiring_app;
GRANT SELECT, UPDATE (full_name, avatar_url) ON profiles TO hf_hiring_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON invitations, jobs, candidates, applications, scorecards, offers
  TO hf_hiring_app;
GRANT SELECT, INSERT (bucket_id, name), DELETE ON storage.objects TO hf_hiring_app;
