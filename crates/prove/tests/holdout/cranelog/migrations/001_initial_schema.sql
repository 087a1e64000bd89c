-- Crane and lift inspections: numbers are counted in each firm, so number 1 exists in all of them.
CREATE ROLE hf_cranelog_app LOGIN;
CREATE ROLE hf_cranelog_support NOLOGIN BYPASSRLS;
CREATE SCHEMA lift;
GRANT USAGE ON SCHEMA lift TO hf_cranelog_app, hf_cranelog_support;

CREATE TYPE lift.severity AS ENUM ('note', 'repair', 'stop');

CREATE FUNCTION lift.firm() RETURNS int
LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('crane.firm_id', true), '')::int $$;

CREATE TABLE lift.checklists (code text PRIMARY KEY, steps text[] NOT NULL);

CREATE TABLE lift.firms (
  id int PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE lift.inspectors (
  firm_id int NOT NULL REFERENCES lift.firms,
  badge text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (firm_id, badge)
);

CREATE TABLE lift.sites (
  firm_id int NOT NULL REFERENCES lift.firms,
  site_no int NOT NULL,
  address text NOT NULL,
  PRIMARY KEY (firm_id, site_no)
);

CREATE TABLE lift.lifts (
  firm_id int NOT NULL REFERENCES lift.firms,
  serial text NOT NULL,
  site_no int NOT NULL,
  maker text NOT NULL,
  PRIMARY KEY (firm_id, serial),
  FOREIGN KEY (firm_id, site_no) REFERENCES lift.sites
);

CREATE TABLE lift.inspections (
  firm_id int NOT NULL REFERENCES lift.firms,
  inspection_no int NOT NULL,
  serial text NOT NULL,
  result text NOT NULL,
  PRIMARY KEY (firm_id, inspection_no),
  FOREIGN KEY (firm_id, serial) REFERENCES lift.lifts
);

CREATE TABLE lift.photos (
  firm_id int NOT NULL REFERENCES lift.firms,
  inspection_no int NOT NULL,
  photo_no int NOT NULL,
  caption text NOT NULL,
  PRIMARY KEY (firm_id, inspection_no, photo_no),
  FOREIGN KEY (firm_id, inspection_no) REFERENCES lift.inspections ON DELETE CASCADE
);

CREATE TABLE lift.defects (
  firm_id int NOT NULL REFERENCES lift.firms,
  defect_no int NOT NULL,
  serial text NOT NULL,
  severity lift.severity NOT NULL,
  detail text NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (firm_id, defect_no),
  FOREIGN KEY (firm_id, serial) REFERENCES lift.lifts
);

CREATE TABLE lift.certificates (
  firm_id int NOT NULL REFERENCES lift.firms,
  certificate_no text NOT NULL,
  holder text NOT NULL,
  PRIMARY KEY (firm_id, certificate_no)
);

CREATE TABLE lift.notifications (
  firm_id int NOT NULL REFERENCES lift.firms,
  notice_no int NOT NULL,
  badge text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (firm_id, notice_no),
  FOREIGN KEY (firm_id, badge) REFERENCES lift.inspectors
);

ALTER TABLE lift.firms ENABLE ROW LEVEL SECURITY;
ALTER TABLE lift.firms FORCE ROW LEVEL SECURITY;
CREATE POLICY firm ON lift.firms USING (id = lift.firm());

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['inspectors', 'sites', 'lifts', 'inspections', 'photos', 'defects', 'certificates',
    'notifications'] LOOP
    EXECUTE format('ALTER TABLE lift.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE lift.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY firm ON lift.%I
      USING (firm_id = lift.firm()) WITH CHECK (firm_id = lift.firm())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON lift.%I TO hf_cranelog_app', t);
  END LOOP;
END $$;

GRANT SELECT ON lift.firms, lift.checklists TO hf_cranelog_app;
-- Colleagues of support come with their own logins and read all firms.
GRANT SELECT ON ALL TABLES IN SCHEMA lift TO hf_cranelog_support;
