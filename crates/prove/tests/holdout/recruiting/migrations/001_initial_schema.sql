-- Recruiters: a user comes with a token, and belongs to teams.

CREATE ROLE hf_recruiting_app LOGIN;
CREATE SCHEMA hire;

CREATE TABLE hire.teams (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL);

CREATE TABLE hire.profiles (
  user_id uuid PRIMARY KEY,
  display_name text NOT NULL,
  phone text
);

CREATE TABLE hire.members (
  team_id uuid NOT NULL REFERENCES hire.teams ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES hire.profiles,
  role text NOT NULL DEFAULT 'recruiter' CHECK (role IN ('recruiter', 'lead')),
  PRIMARY KEY (team_id, user_id)
);

CREATE TABLE hire.jobs (
  team_id uuid NOT NULL REFERENCES hire.teams ON DELETE CASCADE,
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  title text NOT NULL,
  published boolean NOT NULL DEFAULT false,
  UNIQUE (team_id, id)
);

CREATE TABLE hire.candidates (
  team_id uuid NOT NULL REFERENCES hire.teams ON DELETE CASCADE,
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  email text NOT NULL,
  UNIQUE (team_id, id),
  UNIQUE (team_id, email)
);

CREATE TABLE hire.applications (
  team_id uuid NOT NULL,
  job_id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  stage text NOT NULL DEFAULT 'new',
  PRIMARY KEY (team_id, job_id, candidate_id),
  FOREIGN KEY (team_id, job_id) REFERENCES hire.jobs (team_id, id) ON DELETE CASCADE,
  FOREIGN KEY (team_id, candidate_id) REFERENCES hire.candidates (team_id, id) ON DELETE CASCADE
);

CREATE TABLE hire.notes (
  team_id uuid NOT NULL REFERENCES hire.teams ON DELETE CASCADE,
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  author uuid NOT NULL REFERENCES hire.profiles,
  body text NOT NULL
);

CREATE TABLE hire.invitations (
  team_id uuid NOT NULL REFERENCES hire.teams ON DELETE CASCADE,
  token uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  PRIMARY KEY (team_id, token)
);

CREATE FUNCTION hire.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;
-- Reads the memberships past their own policy, which needs it.
CREATE FUNCTION hire.my_teams() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.team_id FROM hire.members m WHERE m.user_id = hire.uid()
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['members', 'jobs', 'candidates', 'applications', 'notes', 'invitations'] LOOP
    EXECUTE format('ALTER TABLE hire.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY team ON hire.%I
      USING (team_id = ANY (ARRAY(SELECT hire.my_teams())))$p$, name);
  END LOOP;
END $$;
ALTER TABLE hire.teams ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON hire.teams USING (id = ANY (ARRAY(SELECT hire.my_teams())));
ALTER TABLE hire.profiles ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY self ON hire.profiles USING (user_id = hire.uid());

GRANT USAGE ON SCHEMA hire TO hf_recruiting_app;
GRANT SELECT ON hire.teams, hire.members, hire.profiles TO hf_recruiting_app;
GRANT UPDATE (display_name, phone) ON hire.profiles TO hf_recruiting_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON hire.jobs, hire.candidates, hire.applications, hire.notes
  TO hf_recruiting_app;
GRANT SELECT, INSERT, DELETE ON hire.invitations TO hf_recruiting_app;
