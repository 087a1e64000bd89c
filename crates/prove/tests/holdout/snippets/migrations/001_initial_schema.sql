-- Companies, people, collections, snippets with revisions, stars, tokens, embeds, jobs.
CREATE ROLE hf_snippets_app LOGIN;
CREATE ROLE hf_snippets_reader LOGIN;
CREATE SCHEMA snip;
GRANT USAGE ON SCHEMA snip TO hf_snippets_app, hf_snippets_reader;

CREATE DOMAIN snip.slug AS text CHECK (VALUE ~ '^[a-z][a-z0-9_-]*$');
CREATE TYPE snip.visibility AS ENUM ('private', 'company', 'public');

CREATE TABLE snip.languages (name text PRIMARY KEY, extension text NOT NULL);
INSERT INTO snip.languages VALUES ('SQL', 'sql'), ('Ruby', 'rb');

CREATE TABLE snip.companies (
  slug snip.slug PRIMARY KEY,
  title text NOT NULL,
  seats integer NOT NULL DEFAULT 5
);

CREATE TABLE snip.people (
  company snip.slug NOT NULL REFERENCES snip.companies ON UPDATE CASCADE ON DELETE CASCADE,
  login text NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (company, login)
);

CREATE TABLE snip.collections (
  company snip.slug NOT NULL REFERENCES snip.companies ON UPDATE CASCADE ON DELETE CASCADE,
  name text NOT NULL,
  PRIMARY KEY (company, name)
);

CREATE TABLE snip.snippets (
  company snip.slug NOT NULL,
  name text NOT NULL,
  author text,
  collection text,
  language text NOT NULL DEFAULT 'SQL' REFERENCES snip.languages,
  visibility snip.visibility NOT NULL DEFAULT 'company',
  body text NOT NULL,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED,
  PRIMARY KEY (company, name),
  FOREIGN KEY (company, author) REFERENCES snip.people ON UPDATE CASCADE ON DELETE SET NULL (author),
  FOREIGN KEY (company, collection) REFERENCES snip.collections ON UPDATE CASCADE
    ON DELETE SET NULL (collection)
);

-- Old bodies, by hash of the company so that no partition grows too long. Only the parent is granted.
CREATE TABLE snip.revisions (
  company snip.slug NOT NULL,
  name text NOT NULL,
  revision integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (company, name, revision),
  FOREIGN KEY (company, name) REFERENCES snip.snippets ON UPDATE CASCADE ON DELETE CASCADE
) PARTITION BY HASH (company);
CREATE TABLE snip.revisions_0 PARTITION OF snip.revisions FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE snip.revisions_1 PARTITION OF snip.revisions FOR VALUES WITH (MODULUS 2, REMAINDER 1);

CREATE TABLE snip.stars (
  company snip.slug NOT NULL,
  name text NOT NULL,
  login text NOT NULL,
  PRIMARY KEY (company, name, login),
  FOREIGN KEY (company, name) REFERENCES snip.snippets ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (company, login) REFERENCES snip.people ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE TABLE snip.tokens (
  company snip.slug NOT NULL,
  login text NOT NULL,
  digest text NOT NULL,
  PRIMARY KEY (company, login, digest),
  FOREIGN KEY (company, login) REFERENCES snip.people ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE TABLE snip.jobs (
  company snip.slug NOT NULL REFERENCES snip.companies ON UPDATE CASCADE ON DELETE CASCADE,
  key text NOT NULL,
  arguments jsonb NOT NULL DEFAULT '{}',
  done boolean NOT NULL DEFAULT false,
  PRIMARY KEY (company, key)
);

CREATE FUNCTION snip.company() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('snip.company', true), '')
$$;

CREATE FUNCTION snip.keep_revision() RETURNS trigger LANGUAGE plpgsql SET search_path = snip, pg_temp AS $$
BEGIN
  INSERT INTO revisions (company, name, revision, body)
  SELECT NEW.company, NEW.name, coalesce(max(r.revision), 0) + 1, NEW.body
  FROM revisions r WHERE r.company = NEW.company AND r.name = NEW.name;
  RETURN NULL;
END
$$;
CREATE TRIGGER keep_revision AFTER INSERT OR UPDATE OF body ON snip.snippets
FOR EACH ROW EXECUTE FUNCTION snip.keep_revision();

ALTER TABLE snip.companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE snip.companies FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON snip.companies USING (slug = snip.company()) WITH CHECK (slug = snip.company());
GRANT SELECT, UPDATE (title) ON snip.companies TO hf_snippets_app;
GRANT SELECT ON snip.languages TO hf_snippets_app, hf_snippets_reader;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['people', 'collections', 'snippets', 'revisions', 'revisions_0', 'revisions_1',
      'stars', 'tokens', 'jobs'] LOOP
    EXECUTE format('ALTER TABLE snip.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE snip.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY r ON snip.%I FOR SELECT USING (company = snip.company())', t);
    EXECUTE format('CREATE POLICY a ON snip.%I FOR INSERT WITH CHECK (company = snip.company())', t);
    EXECUTE format('CREATE POLICY w ON snip.%I FOR UPDATE USING (company = snip.company())
      WITH CHECK (company = snip.company())', t);
    EXECUTE format('CREATE POLICY d ON snip.%I FOR DELETE USING (company = snip.company())', t);
  END LOOP;
END
$$;
GRANT SELECT, INSERT, UPDATE, DELETE ON snip.people, snip.collections, snip.snippets, snip.stars, snip.tokens,
  snip.jobs TO hf_snippets_app;
GRANT SELECT, INSERT ON snip.revisions TO hf_snippets_app;
-- Embeds on other pages: the reader sees snippets of the company whose page it is.
GRANT SELECT ON snip.snippets, snip.collections TO hf_snippets_reader;
