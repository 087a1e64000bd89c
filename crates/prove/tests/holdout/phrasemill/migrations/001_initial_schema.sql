-- Agencies keep what they translated and lend single memories to others for reading.
CREATE ROLE hf_phrasemill_app LOGIN;
-- Makes the nightly dump. Nobody is a member of it.
CREATE ROLE hf_phrasemill_dump NOLOGIN BYPASSRLS;
CREATE SCHEMA tm;
GRANT USAGE ON SCHEMA tm TO hf_phrasemill_app, hf_phrasemill_dump;

CREATE FUNCTION tm.me() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('tm.agency', true), '') $$;

CREATE TABLE tm.languages (
  code text PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE tm.agencies (
  slug text PRIMARY KEY CHECK (slug <> ''),
  title text NOT NULL
);

CREATE TABLE tm.translators (
  agency text NOT NULL REFERENCES tm.agencies (slug),
  email text NOT NULL,
  rate numeric NOT NULL,
  PRIMARY KEY (agency, email)
);

CREATE TABLE tm.projects (
  agency text NOT NULL REFERENCES tm.agencies (slug),
  name text NOT NULL,
  client text NOT NULL,
  PRIMARY KEY (agency, name)
);

CREATE TABLE tm.memories (
  agency text NOT NULL REFERENCES tm.agencies (slug),
  name text NOT NULL,
  source_code text NOT NULL REFERENCES tm.languages (code),
  PRIMARY KEY (agency, name)
);

CREATE TABLE tm.segments (
  agency text NOT NULL,
  memory text NOT NULL,
  source text NOT NULL,
  target text NOT NULL,
  score text NOT NULL DEFAULT '100',
  PRIMARY KEY (agency, memory, source),
  FOREIGN KEY (agency, memory) REFERENCES tm.memories (agency, name) ON DELETE CASCADE
);

-- A memory lent to another agency. The one who lends writes the row; the other sees it until it is taken
-- back.
CREATE TABLE tm.memory_shares (
  agency text NOT NULL,
  memory text NOT NULL,
  grantee text NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (agency, memory, grantee),
  FOREIGN KEY (agency, memory) REFERENCES tm.memories (agency, name) ON DELETE CASCADE
);

CREATE TABLE tm.terms (
  agency text NOT NULL REFERENCES tm.agencies (slug),
  glossary text NOT NULL,
  term text NOT NULL,
  meaning text NOT NULL,
  PRIMARY KEY (agency, glossary, term)
);

CREATE TABLE tm.imports (
  agency text NOT NULL REFERENCES tm.agencies (slug),
  file_name text NOT NULL,
  state text NOT NULL DEFAULT 'new',
  PRIMARY KEY (agency, file_name)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['translators', 'projects', 'memories', 'segments', 'memory_shares', 'terms',
    'imports'] LOOP
    EXECUTE format('ALTER TABLE tm.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE tm.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON tm.%I USING (agency = tm.me()) WITH CHECK (agency = tm.me())',
      t || '_own', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON tm.%I TO hf_phrasemill_app', t);
    EXECUTE format('GRANT SELECT ON tm.%I TO hf_phrasemill_dump', t);
  END LOOP;
END $$;

CREATE POLICY memory_shares_lent ON tm.memory_shares FOR SELECT
  USING (grantee = tm.me() AND revoked_at IS NULL);
-- Only such shares count here as the policy above lets the grantee see.
CREATE POLICY segments_lent ON tm.segments FOR SELECT
  USING (EXISTS (SELECT 1 FROM tm.memory_shares s
    WHERE s.agency = segments.agency AND s.memory = segments.memory AND s.grantee = tm.me()));

ALTER TABLE tm.agencies ENABLE ROW LEVEL SECURITY;
ALTER TABLE tm.agencies FORCE ROW LEVEL SECURITY;
CREATE POLICY agencies_own ON tm.agencies FOR SELECT USING (slug = tm.me());
GRANT SELECT ON tm.languages, tm.agencies TO hf_phrasemill_app;
