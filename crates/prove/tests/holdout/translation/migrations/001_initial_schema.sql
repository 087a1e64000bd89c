CREATE ROLE hf_translation_app LOGIN;
CREATE ROLE hf_translation_batch NOLOGIN;

CREATE SCHEMA tr;
GRANT USAGE ON SCHEMA tr TO hf_translation_app;

-- The agency keeps tenants apart; the person only narrows what is seen within the agency.
CREATE FUNCTION tr.agency() RETURNS integer
LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('tr.agency', true), '')::integer
$$;
CREATE FUNCTION tr.person() RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('tr.person', true), '')
$$;

CREATE TABLE tr.languages (
  code varchar(8) PRIMARY KEY,
  name text NOT NULL
);
GRANT SELECT ON tr.languages TO hf_translation_app;

CREATE TABLE tr.agencies (
  id integer PRIMARY KEY,
  name text NOT NULL
);
ALTER TABLE tr.agencies ENABLE ROW LEVEL SECURITY;
ALTER TABLE tr.agencies FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_rows ON tr.agencies USING (id = tr.agency());
GRANT SELECT ON tr.agencies TO hf_translation_app;

-- Each agency gives out its own login names; "kim" may exist in many agencies.
CREATE TABLE tr.people (
  agency integer NOT NULL REFERENCES tr.agencies (id),
  login text NOT NULL,
  full_name text NOT NULL,
  manager boolean NOT NULL DEFAULT false,
  PRIMARY KEY (agency, login)
);
ALTER TABLE tr.people ENABLE ROW LEVEL SECURITY;
ALTER TABLE tr.people FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_rows ON tr.people USING (agency = tr.agency());
GRANT SELECT, INSERT, UPDATE, DELETE ON tr.people TO hf_translation_app;

CREATE TABLE tr.clients (
  agency integer NOT NULL REFERENCES tr.agencies (id),
  client_no integer NOT NULL,
  name text NOT NULL,
  rate numeric(8,4) NOT NULL DEFAULT 0.1,
  PRIMARY KEY (agency, client_no)
);
ALTER TABLE tr.clients ENABLE ROW LEVEL SECURITY;
ALTER TABLE tr.clients FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_rows ON tr.clients USING (agency = tr.agency());
GRANT SELECT, INSERT, UPDATE, DELETE ON tr.clients TO hf_translation_app;

CREATE TABLE tr.projects (
  agency integer NOT NULL,
  code text NOT NULL,
  client_no integer NOT NULL,
  title text NOT NULL,
  confidential boolean NOT NULL DEFAULT false,
  lead text,
  PRIMARY KEY (agency, code),
  FOREIGN KEY (agency, client_no) REFERENCES tr.clients (agency, client_no),
  FOREIGN KEY (agency, lead) REFERENCES tr.people (agency, login)
);
ALTER TABLE tr.projects ENABLE ROW LEVEL SECURITY;
ALTER TABLE tr.projects FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_rows ON tr.projects USING (agency = tr.agency());
CREATE POLICY confidential_rows ON tr.projects AS RESTRICTIVE
  USING (NOT confidential OR lead = tr.person() OR tr.person() IS NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON tr.projects TO hf_translation_app;

CREATE TABLE tr.segments (
  agency integer NOT NULL,
  project_code text NOT NULL,
  position integer NOT NULL,
  source text NOT NULL,
  target text,
  assignee text,
  PRIMARY KEY (agency, project_code, position),
  FOREIGN KEY (agency, project_code) REFERENCES tr.projects (agency, code) ON DELETE CASCADE,
  FOREIGN KEY (agency, assignee) REFERENCES tr.people (agency, login)
);
ALTER TABLE tr.segments ENABLE ROW LEVEL SECURITY;
ALTER TABLE tr.segments FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_rows ON tr.segments USING (agency = tr.agency());
GRANT SELECT, INSERT, UPDATE, DELETE ON tr.segments TO hf_translation_app;

CREATE TABLE tr.memory (
  agency integer NOT NULL REFERENCES tr.agencies (id),
  source_hash text NOT NULL,
  language varchar(8) NOT NULL REFERENCES tr.languages (code),
  source text NOT NULL,
  target text NOT NULL,
  PRIMARY KEY (agency, source_hash, language)
);
ALTER TABLE tr.memory ENABLE ROW LEVEL SECURITY;
ALTER TABLE tr.memory FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_rows ON tr.memory USING (agency = tr.agency());
GRANT SELECT, INSERT, UPDATE, DELETE ON tr.memory TO hf_translation_app;

CREATE TABLE tr.comments (
  agency integer NOT NULL REFERENCES tr.agencies (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  author text NOT NULL,
  mentions text[] NOT NULL DEFAULT '{}',
  body text NOT NULL,
  PRIMARY KEY (agency, id)
);
ALTER TABLE tr.comments ENABLE ROW LEVEL SECURITY;
ALTER TABLE tr.comments FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_rows ON tr.comments USING (agency = tr.agency());
GRANT SELECT, INSERT, UPDATE, DELETE ON tr.comments TO hf_translation_app;

CREATE TABLE tr.glossary (
  agency integer NOT NULL REFERENCES tr.agencies (id),
  term text NOT NULL,
  meaning text NOT NULL,
  PRIMARY KEY (agency, term)
);
ALTER TABLE tr.glossary ENABLE ROW LEVEL SECURITY;
ALTER TABLE tr.glossary FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_rows ON tr.glossary USING (agency = tr.agency());
GRANT SELECT, INSERT, UPDATE, DELETE ON tr.glossary TO hf_translation_app;
