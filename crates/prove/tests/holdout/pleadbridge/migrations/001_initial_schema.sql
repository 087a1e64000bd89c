CREATE ROLE hf_pleadbridge_app LOGIN;
CREATE SCHEMA aid;
GRANT USAGE ON SCHEMA aid TO hf_pleadbridge_app;

CREATE FUNCTION aid.user_id() RETURNS uuid
LANGUAGE sql STABLE
AS $$
  SELECT NULLIF(NULLIF(current_setting('request.jwt.claims', true), '')::json ->> 'sub', '')::uuid
$$;

CREATE TABLE aid.courts (
  code text PRIMARY KEY,
  name text NOT NULL
);
GRANT SELECT ON aid.courts TO hf_pleadbridge_app;

CREATE TABLE aid.offices (
  id text PRIMARY KEY,
  name text NOT NULL,
  hotline text
);

CREATE TABLE aid.office_staff (
  office_id text NOT NULL REFERENCES aid.offices (id),
  user_id uuid NOT NULL,
  full_name text NOT NULL,
  is_lead boolean NOT NULL DEFAULT false,
  PRIMARY KEY (office_id, user_id)
);

-- Is the caller of this office? Asked by every policy, so it reads the staff past the policies.
CREATE FUNCTION aid.works_at(p_office text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = aid, pg_temp
AS $$
  SELECT EXISTS (SELECT 1 FROM office_staff s WHERE s.office_id = p_office AND s.user_id = aid.user_id())
$$;
REVOKE ALL ON FUNCTION aid.works_at(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION aid.works_at(text) TO hf_pleadbridge_app;

CREATE TABLE aid.clients (
  office_id text NOT NULL REFERENCES aid.offices (id),
  client_no integer NOT NULL,
  full_name text NOT NULL,
  national_id text,
  search tsvector GENERATED ALWAYS AS (to_tsvector('simple', full_name)) STORED,
  PRIMARY KEY (office_id, client_no)
);

CREATE TABLE aid.cases (
  office_id text NOT NULL,
  case_no integer NOT NULL,
  client_no integer NOT NULL,
  court text REFERENCES aid.courts (code),
  matter text NOT NULL,
  stage text NOT NULL DEFAULT 'intake' CHECK (stage IN ('intake', 'open', 'closed')),
  PRIMARY KEY (office_id, case_no),
  FOREIGN KEY (office_id, client_no) REFERENCES aid.clients (office_id, client_no)
);

CREATE TABLE aid.case_parties (
  office_id text NOT NULL,
  case_no integer NOT NULL,
  party text NOT NULL,
  side text NOT NULL CHECK (side IN ('ours', 'theirs')),
  PRIMARY KEY (office_id, case_no, party),
  FOREIGN KEY (office_id, case_no) REFERENCES aid.cases (office_id, case_no) ON DELETE CASCADE
);

CREATE TABLE aid.documents (
  office_id text NOT NULL,
  case_no integer NOT NULL,
  path text NOT NULL,
  owner_id uuid NOT NULL DEFAULT aid.user_id(),
  body text,
  PRIMARY KEY (office_id, case_no, path),
  FOREIGN KEY (office_id, case_no) REFERENCES aid.cases (office_id, case_no) ON DELETE CASCADE
);

CREATE TABLE aid.referrals (
  office_id text NOT NULL,
  referral_no integer NOT NULL,
  case_no integer NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (office_id, referral_no),
  FOREIGN KEY (office_id, case_no) REFERENCES aid.cases (office_id, case_no)
);

CREATE TABLE aid.grants_log (
  office_id text NOT NULL REFERENCES aid.offices (id),
  fund text NOT NULL,
  cents bigint NOT NULL,
  PRIMARY KEY (office_id, fund)
);

CREATE TABLE aid.portal_links (
  office_id text NOT NULL,
  token text NOT NULL DEFAULT encode(sha256(gen_random_uuid()::text::bytea), 'hex'),
  case_no integer NOT NULL,
  PRIMARY KEY (office_id, token),
  FOREIGN KEY (office_id, case_no) REFERENCES aid.cases (office_id, case_no) ON DELETE CASCADE
);

ALTER TABLE aid.offices ENABLE ROW LEVEL SECURITY;
ALTER TABLE aid.offices FORCE ROW LEVEL SECURITY;
CREATE POLICY offices_read ON aid.offices FOR SELECT USING (aid.works_at(id));
ALTER TABLE aid.office_staff ENABLE ROW LEVEL SECURITY;
ALTER TABLE aid.office_staff FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_read ON aid.office_staff FOR SELECT USING (aid.works_at(office_id));
ALTER TABLE aid.grants_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE aid.grants_log FORCE ROW LEVEL SECURITY;
CREATE POLICY grants_log_read ON aid.grants_log FOR SELECT USING (aid.works_at(office_id));
GRANT SELECT ON aid.offices, aid.office_staff, aid.grants_log TO hf_pleadbridge_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['clients', 'cases', 'case_parties', 'documents', 'referrals', 'portal_links']
  LOOP
    EXECUTE format('ALTER TABLE aid.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE aid.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON aid.%I FOR SELECT USING (aid.works_at(office_id))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON aid.%I FOR INSERT WITH CHECK (aid.works_at(office_id))',
      t || '_add', t);
    EXECUTE format('CREATE POLICY %I ON aid.%I FOR UPDATE USING (aid.works_at(office_id)) '
      'WITH CHECK (aid.works_at(office_id))', t || '_change', t);
    EXECUTE format('CREATE POLICY %I ON aid.%I FOR DELETE USING (aid.works_at(office_id))',
      t || '_remove', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON aid.%I TO hf_pleadbridge_app', t);
  END LOOP;
END
$$;
