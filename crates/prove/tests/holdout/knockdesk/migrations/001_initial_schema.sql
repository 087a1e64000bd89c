-- Visitor registration. The claims of the token name a user; desk.staff says for which companies they work.
CREATE ROLE hf_knockdesk_app LOGIN;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
CREATE SCHEMA desk;
GRANT USAGE ON SCHEMA desk TO hf_knockdesk_app;

CREATE TABLE desk.companies (
  company_id text PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE desk.staff (
  company_id text NOT NULL REFERENCES desk.companies,
  user_id bigint NOT NULL,
  role text NOT NULL DEFAULT 'desk',
  PRIMARY KEY (company_id, user_id)
);

CREATE FUNCTION desk.uid() RETURNS bigint LANGUAGE sql STABLE
AS $$ SELECT (NULLIF(current_setting('app.claims', true), '')::json ->> 'uid')::bigint $$;
-- Reads the membership as owner, because the policy of staff itself asks this function.
CREATE FUNCTION desk.my_companies() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = desk, pg_temp
AS $$ SELECT s.company_id FROM desk.staff s WHERE s.user_id = desk.uid() $$;
GRANT EXECUTE ON FUNCTION desk.uid(), desk.my_companies() TO hf_knockdesk_app;

-- Layouts of badges that come with the product: read only, the same for everybody.
CREATE TABLE desk.badge_layouts (
  layout text PRIMARY KEY,
  html text NOT NULL
);

CREATE TABLE desk.sites (
  company_id text NOT NULL REFERENCES desk.companies,
  site_no integer NOT NULL,
  address text NOT NULL,
  PRIMARY KEY (company_id, site_no)
);

CREATE TABLE desk.hosts (
  company_id text NOT NULL REFERENCES desk.companies,
  host_no integer NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (company_id, host_no)
);

CREATE TABLE desk.visitors (
  company_id text NOT NULL REFERENCES desk.companies,
  email text NOT NULL,
  full_name text NOT NULL,
  employer text,
  PRIMARY KEY (company_id, email)
);

CREATE TABLE desk.visits (
  company_id text NOT NULL,
  visit_no integer NOT NULL,
  site_no integer NOT NULL,
  host_no integer,
  email text NOT NULL,
  purpose text,
  PRIMARY KEY (company_id, visit_no),
  FOREIGN KEY (company_id, site_no) REFERENCES desk.sites,
  FOREIGN KEY (company_id, host_no) REFERENCES desk.hosts,
  FOREIGN KEY (company_id, email) REFERENCES desk.visitors ON DELETE CASCADE
);

CREATE TABLE desk.badges (
  company_id text NOT NULL,
  badge_no integer NOT NULL,
  visit_no integer NOT NULL,
  layout text REFERENCES desk.badge_layouts,
  PRIMARY KEY (company_id, badge_no),
  FOREIGN KEY (company_id, visit_no) REFERENCES desk.visits ON DELETE CASCADE
);

CREATE TABLE desk.watchlist (
  company_id text NOT NULL REFERENCES desk.companies,
  person text NOT NULL,
  reason text,
  PRIMARY KEY (company_id, person)
);

CREATE TABLE desk.storage_objects (
  company_id text NOT NULL REFERENCES desk.companies,
  bucket text NOT NULL,
  path text NOT NULL,
  content bytea,
  PRIMARY KEY (company_id, bucket, path)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['companies', 'staff'] LOOP
    EXECUTE format('ALTER TABLE desk.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE desk.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY staff_read ON desk.%I FOR SELECT
      USING (company_id IN (SELECT desk.my_companies()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['sites', 'hosts', 'visitors', 'visits', 'badges', 'watchlist',
    'storage_objects'] LOOP
    EXECUTE format('ALTER TABLE desk.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE desk.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY staff_all ON desk.%I
      USING (company_id IN (SELECT desk.my_companies()))
      WITH CHECK (company_id IN (SELECT desk.my_companies()))', t);
  END LOOP;
END $$;

GRANT SELECT ON desk.companies, desk.staff, desk.badge_layouts TO hf_knockdesk_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON desk.sites, desk.hosts, desk.visitors, desk.visits, desk.badges,
  desk.watchlist, desk.storage_objects TO hf_knockdesk_app;
