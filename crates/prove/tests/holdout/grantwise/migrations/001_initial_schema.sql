-- Grant applications, named the way the framework names its tables: app_model.
CREATE ROLE hf_grantwise_app LOGIN;
-- The finance team's monthly report; nobody logs in with it but the report's server.
CREATE ROLE hf_grantwise_report NOLOGIN;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE grants_sector (
  code text PRIMARY KEY,
  label text NOT NULL
);
CREATE TABLE grants_organization (
  id uuid PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE grants_program (
  organization_id uuid NOT NULL REFERENCES grants_organization (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  slug text NOT NULL,
  title text NOT NULL,
  budget_cents bigint NOT NULL,
  sector_code text REFERENCES grants_sector (code),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, slug)
);
CREATE TABLE grants_applicant (
  organization_id uuid NOT NULL REFERENCES grants_organization (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, email)
);
-- The last number given in each organization.
CREATE TABLE grants_counter (
  organization_id uuid PRIMARY KEY REFERENCES grants_organization (id),
  last_number integer NOT NULL DEFAULT 0
);
CREATE TABLE grants_application (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  number integer NOT NULL,
  program_id uuid NOT NULL,
  applicant_id uuid NOT NULL,
  summary text NOT NULL,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'submitted', 'withdrawn', 'awarded')),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, number),
  FOREIGN KEY (organization_id, program_id) REFERENCES grants_program (organization_id, id),
  FOREIGN KEY (organization_id, applicant_id) REFERENCES grants_applicant (organization_id, id)
);
CREATE TABLE grants_review (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  application_id uuid NOT NULL,
  reviewer text NOT NULL,
  score integer NOT NULL CHECK (score BETWEEN 1 AND 10),
  remarks text NOT NULL DEFAULT '',
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, application_id)
    REFERENCES grants_application (organization_id, id) ON DELETE CASCADE
);
CREATE TABLE grants_attachment (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  application_id uuid NOT NULL,
  file_name text NOT NULL,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT grants_attachment_application_fk FOREIGN KEY (organization_id, application_id)
    REFERENCES grants_application (organization_id, id) ON DELETE CASCADE
);
CREATE TABLE grants_award (
  organization_id uuid NOT NULL,
  application_id uuid NOT NULL,
  amount_cents bigint NOT NULL,
  awarded_on date NOT NULL DEFAULT current_date,
  PRIMARY KEY (organization_id, application_id),
  FOREIGN KEY (organization_id, application_id) REFERENCES grants_application (organization_id, id)
);
CREATE TABLE grants_note (
  organization_id uuid NOT NULL REFERENCES grants_organization (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  body text NOT NULL,
  PRIMARY KEY (organization_id, id)
);

CREATE FUNCTION grants_current_org() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('app.organization_id', true), '')::uuid $$;
CREATE FUNCTION grants_next_number() RETURNS integer LANGUAGE sql
AS $$
  INSERT INTO grants_counter (organization_id, last_number) VALUES (grants_current_org(), 1)
  ON CONFLICT (organization_id) DO UPDATE SET last_number = grants_counter.last_number + 1
  RETURNING last_number
$$;
GRANT EXECUTE ON FUNCTION grants_current_org(), grants_next_number() TO hf_grantwise_app;
GRANT EXECUTE ON FUNCTION grants_current_org() TO hf_grantwise_report;

GRANT SELECT ON grants_sector, grants_organization TO hf_grantwise_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON grants_program, grants_applicant, grants_application, grants_review,
  grants_attachment, grants_award, grants_note TO hf_grantwise_app;
GRANT SELECT, INSERT, UPDATE ON grants_counter TO hf_grantwise_app;
GRANT SELECT ON grants_award TO hf_grantwise_report;

ALTER TABLE grants_organization ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_row ON grants_organization TO hf_grantwise_app USING (id = grants_current_org());
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['program', 'applicant', 'counter', 'application', 'review', 'attachment',
    'award', 'note'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', 'grants_' || t);
    EXECUTE format('CREATE POLICY %I ON %I TO hf_grantwise_app
      USING (organization_id = grants_current_org())
      WITH CHECK (organization_id = grants_current_org())', t || '_tenant', 'grants_' || t);
  END LOOP;
END $$;
CREATE POLICY award_report ON grants_award FOR SELECT TO hf_grantwise_report USING (true);
