-- Translation memory. Short names as keys of organisations; one may begin with another.
CREATE ROLE hf_glossa_app LOGIN;

CREATE TYPE segment_state AS ENUM ('new', 'translated', 'reviewed');
CREATE DOMAIN org_name AS text CHECK (VALUE ~ '^[a-z][a-z0-9-]{1,30}$');

CREATE TABLE locales (code text PRIMARY KEY, label text NOT NULL);

CREATE TABLE organizations (
  name org_name PRIMARY KEY,
  title text NOT NULL,
  billing_email text
);

CREATE FUNCTION current_org() RETURNS text LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('app.current_org', true), '') $$;

CREATE TABLE projects (
  org org_name NOT NULL REFERENCES organizations,
  code text NOT NULL,
  title text NOT NULL,
  source_locale text NOT NULL REFERENCES locales,
  PRIMARY KEY (org, code)
);

CREATE TABLE documents (
  org org_name NOT NULL,
  project text NOT NULL,
  path text NOT NULL,
  sha256 bytea,
  PRIMARY KEY (org, project, path),
  FOREIGN KEY (org, project) REFERENCES projects (org, code) ON DELETE CASCADE
);

CREATE TABLE segments (
  org org_name NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  project text NOT NULL,
  source text NOT NULL,
  target text,
  state segment_state NOT NULL DEFAULT 'new',
  source_hash text GENERATED ALWAYS AS (md5(source)) STORED,
  PRIMARY KEY (org, id),
  UNIQUE (org, project, source_hash),
  FOREIGN KEY (org, project) REFERENCES projects (org, code) ON DELETE CASCADE
);
CREATE INDEX segments_search ON segments USING gin (to_tsvector('simple', source));

CREATE TABLE glossary_terms (
  org org_name NOT NULL REFERENCES organizations,
  term text NOT NULL,
  locale text NOT NULL REFERENCES locales,
  translation text NOT NULL,
  PRIMARY KEY (org, term, locale)
);

CREATE TABLE translators (
  org org_name NOT NULL REFERENCES organizations,
  email text NOT NULL,
  rate_cents integer NOT NULL,
  PRIMARY KEY (org, email)
);

CREATE TABLE assignments (
  org org_name NOT NULL,
  project text NOT NULL,
  email text NOT NULL,
  due date,
  PRIMARY KEY (org, project, email),
  FOREIGN KEY (org, project) REFERENCES projects (org, code) ON DELETE CASCADE,
  FOREIGN KEY (org, email) REFERENCES translators (org, email) ON UPDATE CASCADE
);

CREATE TABLE comments (
  org org_name NOT NULL,
  segment_id uuid NOT NULL,
  no integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (org, segment_id, no),
  FOREIGN KEY (org, segment_id) REFERENCES segments (org, id) ON DELETE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['projects', 'documents', 'segments', 'glossary_terms', 'translators',
    'assignments', 'comments'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY org_rows ON %I USING (org::text = current_org())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_glossa_app', t);
  END LOOP;
END $$;
ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY org_rows ON organizations USING (name::text = current_org());

-- How much is translated, per project.
CREATE VIEW progress WITH (security_invoker = true) AS
  SELECT org, project, state, count(*) AS segments FROM segments GROUP BY org, project, state;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION current_org() TO hf_glossa_app;
GRANT SELECT ON organizations, locales, progress TO hf_glossa_app;
