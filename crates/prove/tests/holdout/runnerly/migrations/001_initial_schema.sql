-- CI runners. Tables belong to an owner role without a login; row security is forced on it too.
CREATE ROLE hf_runnerly_owner NOLOGIN;
CREATE ROLE hf_runnerly_robot NOLOGIN BYPASSRLS;
CREATE ROLE hf_runnerly_app LOGIN;

CREATE SCHEMA ci;
CREATE TYPE ci.job_status AS ENUM ('queued', 'running', 'passed', 'failed');

CREATE TABLE ci.runner_images (name text PRIMARY KEY);

CREATE TABLE ci.organizations (
  id uuid PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE ci.memberships (
  organization_id uuid NOT NULL REFERENCES ci.organizations,
  user_id uuid NOT NULL,
  role text NOT NULL DEFAULT 'developer',
  PRIMARY KEY (organization_id, user_id)
);

CREATE FUNCTION ci.uid() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;

CREATE TABLE ci.repositories (
  organization_id uuid NOT NULL REFERENCES ci.organizations,
  name text NOT NULL,
  clone_url text NOT NULL,
  deploy_key text,
  PRIMARY KEY (organization_id, name)
);

CREATE TABLE ci.pipelines (
  organization_id uuid NOT NULL,
  repository text NOT NULL,
  number integer NOT NULL,
  commit_message text NOT NULL,
  PRIMARY KEY (organization_id, repository, number),
  FOREIGN KEY (organization_id, repository) REFERENCES ci.repositories ON DELETE CASCADE
);

CREATE TABLE ci.jobs (
  organization_id uuid NOT NULL,
  repository text NOT NULL,
  number integer NOT NULL,
  name text NOT NULL,
  status ci.job_status NOT NULL DEFAULT 'queued',
  image text REFERENCES ci.runner_images,
  PRIMARY KEY (organization_id, repository, number, name),
  FOREIGN KEY (organization_id, repository, number) REFERENCES ci.pipelines ON DELETE CASCADE
);

CREATE TABLE ci.job_logs (
  organization_id uuid NOT NULL,
  repository text NOT NULL,
  number integer NOT NULL,
  name text NOT NULL,
  line_no integer NOT NULL,
  line text NOT NULL,
  PRIMARY KEY (organization_id, repository, number, name, line_no),
  FOREIGN KEY (organization_id, repository, number, name) REFERENCES ci.jobs ON DELETE CASCADE
);

CREATE TABLE ci.secrets (
  organization_id uuid NOT NULL REFERENCES ci.organizations,
  key text NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (organization_id, key)
);

CREATE TABLE ci.runners (
  organization_id uuid NOT NULL REFERENCES ci.organizations,
  hostname text NOT NULL,
  last_seen timestamptz,
  PRIMARY KEY (organization_id, hostname)
);

CREATE TABLE ci.usage_minutes (
  organization_id uuid NOT NULL REFERENCES ci.organizations,
  month date NOT NULL,
  minutes integer NOT NULL,
  PRIMARY KEY (organization_id, month)
);

-- A user reads his own memberships; the other policies look through this one.
CREATE POLICY own_memberships ON ci.memberships FOR SELECT USING (user_id = ci.uid());
CREATE POLICY own ON ci.organizations FOR SELECT
  USING (id IN (SELECT m.organization_id FROM ci.memberships m WHERE m.user_id = ci.uid()));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['repositories', 'pipelines', 'jobs', 'job_logs', 'secrets', 'runners',
    'usage_minutes'] LOOP
    EXECUTE format('CREATE POLICY own ON ci.%I USING (organization_id IN (SELECT m.organization_id'
      ' FROM ci.memberships m WHERE m.user_id = ci.uid()))', t);
    IF t <> 'usage_minutes' THEN
      EXECUTE format('GRANT INSERT, UPDATE, DELETE ON ci.%I TO hf_runnerly_app', t);
    END IF;
  END LOOP;
  FOREACH t IN ARRAY ARRAY['organizations', 'memberships', 'repositories', 'pipelines', 'jobs', 'job_logs',
    'secrets', 'runners', 'usage_minutes'] LOOP
    EXECUTE format('ALTER TABLE ci.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ci.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ci.%I OWNER TO hf_runnerly_owner', t);
    EXECUTE format('GRANT SELECT ON ci.%I TO hf_runnerly_app', t);
  END LOOP;
END $$;

REVOKE EXECUTE ON FUNCTION ci.uid() FROM PUBLIC;
GRANT USAGE ON SCHEMA ci TO hf_runnerly_app, hf_runnerly_owner, hf_runnerly_robot;
GRANT EXECUTE ON FUNCTION ci.uid() TO hf_runnerly_app, hf_runnerly_owner, hf_runnerly_robot;
GRANT SELECT ON ci.runner_images TO hf_runnerly_app;
GRANT SELECT, UPDATE ON ci.jobs TO hf_runnerly_robot;
