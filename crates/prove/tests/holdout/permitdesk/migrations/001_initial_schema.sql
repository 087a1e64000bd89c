CREATE ROLE hf_permitdesk_app LOGIN;
CREATE SCHEMA permits;
GRANT USAGE ON SCHEMA permits TO hf_permitdesk_app;

CREATE FUNCTION permits.city() RETURNS bigint
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('app.city_id', true), '')::bigint $$;

CREATE TABLE permits.permit_types (
  code text PRIMARY KEY,
  title text NOT NULL,
  base_fee numeric(10, 2) NOT NULL DEFAULT 0
);
GRANT SELECT ON permits.permit_types TO hf_permitdesk_app;

CREATE TABLE permits.cities (
  id bigint PRIMARY KEY,
  name text NOT NULL,
  population integer
);

CREATE TABLE permits.officers (
  city_id bigint NOT NULL REFERENCES permits.cities (id),
  badge text NOT NULL,
  full_name text NOT NULL,
  desk_phone text,
  PRIMARY KEY (city_id, badge)
);

CREATE TABLE permits.applicants (
  city_id bigint NOT NULL REFERENCES permits.cities (id),
  applicant_no integer NOT NULL,
  full_name text NOT NULL,
  email text NOT NULL,
  home_phone text,
  PRIMARY KEY (city_id, applicant_no),
  UNIQUE (city_id, email)
);

CREATE TABLE permits.parcels (
  city_id bigint NOT NULL REFERENCES permits.cities (id),
  cadastre text NOT NULL,
  street text NOT NULL,
  PRIMARY KEY (city_id, cadastre)
);

CREATE TABLE permits.applications (
  city_id bigint NOT NULL,
  reference text NOT NULL,
  permit_type text NOT NULL REFERENCES permits.permit_types (code),
  applicant_no integer NOT NULL,
  cadastre text,
  summary text NOT NULL,
  stage text NOT NULL DEFAULT 'draft' CHECK (stage IN ('draft', 'filed', 'granted', 'refused')),
  PRIMARY KEY (city_id, reference),
  FOREIGN KEY (city_id, applicant_no) REFERENCES permits.applicants (city_id, applicant_no),
  FOREIGN KEY (city_id, cadastre) REFERENCES permits.parcels (city_id, cadastre)
);
CREATE INDEX applications_words ON permits.applications USING gin (to_tsvector('simple', summary));

CREATE TABLE permits.steps (
  city_id bigint NOT NULL,
  reference text NOT NULL,
  step_no integer NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (city_id, reference, step_no),
  FOREIGN KEY (city_id, reference) REFERENCES permits.applications (city_id, reference) ON DELETE CASCADE
);

CREATE TABLE permits.fees (
  city_id bigint NOT NULL,
  reference text NOT NULL,
  fee_no integer NOT NULL,
  amount numeric(10, 2) NOT NULL,
  purpose text NOT NULL,
  paid boolean NOT NULL DEFAULT false,
  PRIMARY KEY (city_id, reference, fee_no),
  FOREIGN KEY (city_id, reference) REFERENCES permits.applications (city_id, reference)
);

CREATE TABLE permits.inspections (
  city_id bigint NOT NULL,
  reference text NOT NULL,
  planned_on date NOT NULL,
  badge text NOT NULL,
  report text,
  PRIMARY KEY (city_id, reference, planned_on),
  FOREIGN KEY (city_id, reference) REFERENCES permits.applications (city_id, reference),
  CONSTRAINT inspections_officer FOREIGN KEY (city_id, badge) REFERENCES permits.officers (city_id, badge)
);

CREATE TABLE permits.attachments (
  city_id bigint NOT NULL,
  reference text NOT NULL,
  filename text NOT NULL,
  content text,
  PRIMARY KEY (city_id, reference, filename),
  FOREIGN KEY (city_id, reference) REFERENCES permits.applications (city_id, reference) ON DELETE CASCADE
);

ALTER TABLE permits.cities ENABLE ROW LEVEL SECURITY;
ALTER TABLE permits.cities FORCE ROW LEVEL SECURITY;
CREATE POLICY cities_own ON permits.cities FOR SELECT TO hf_permitdesk_app USING (id = permits.city());
GRANT SELECT (id, name, population) ON permits.cities TO hf_permitdesk_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['officers', 'applicants', 'parcels', 'applications', 'steps', 'fees',
    'inspections', 'attachments']
  LOOP
    EXECUTE format('ALTER TABLE permits.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE permits.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON permits.%I FOR SELECT TO hf_permitdesk_app '
      'USING (city_id = permits.city())', t || '_sel', t);
    EXECUTE format('CREATE POLICY %I ON permits.%I FOR INSERT TO hf_permitdesk_app '
      'WITH CHECK (city_id = permits.city())', t || '_ins', t);
    EXECUTE format('CREATE POLICY %I ON permits.%I FOR UPDATE TO hf_permitdesk_app '
      'USING (city_id = permits.city()) WITH CHECK (city_id = permits.city())', t || '_upd', t);
    EXECUTE format('CREATE POLICY %I ON permits.%I FOR DELETE TO hf_permitdesk_app '
      'USING (city_id = permits.city())', t || '_del', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON permits.%I TO hf_permitdesk_app', t);
  END LOOP;
END
$$;
