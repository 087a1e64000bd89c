-- Publishers: nothing is deleted for good, and every change leaves a revision.

CREATE ROLE hf_newsroom_app LOGIN;
CREATE SCHEMA news;

CREATE TABLE news.publishers (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL);
CREATE TABLE news.authors (
  publisher_id uuid NOT NULL REFERENCES news.publishers,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (publisher_id, id)
);
CREATE TABLE news.articles (
  publisher_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  author_id uuid NOT NULL,
  headline text NOT NULL,
  embargo_until timestamptz,
  deleted_at timestamptz,
  PRIMARY KEY (publisher_id, id),
  FOREIGN KEY (publisher_id, author_id) REFERENCES news.authors
);
CREATE TABLE news.revisions (
  publisher_id uuid NOT NULL,
  article_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  headline text NOT NULL,
  PRIMARY KEY (publisher_id, article_id, at),
  FOREIGN KEY (publisher_id, article_id) REFERENCES news.articles ON DELETE CASCADE
);
CREATE TABLE news.comments (
  publisher_id uuid NOT NULL,
  article_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  text text NOT NULL,
  hidden boolean NOT NULL DEFAULT true,
  deleted_at timestamptz,
  PRIMARY KEY (publisher_id, id),
  FOREIGN KEY (publisher_id, article_id) REFERENCES news.articles ON DELETE CASCADE
);

-- Writes with the rights of whoever changes the article.
CREATE FUNCTION news.keep_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO news.revisions (publisher_id, article_id, headline)
  VALUES (old.publisher_id, old.id, old.headline);
  RETURN NULL;
END $$;
CREATE TRIGGER revision AFTER UPDATE OF headline ON news.articles
  FOR EACH ROW EXECUTE FUNCTION news.keep_revision();

ALTER TABLE news.publishers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON news.publishers
  USING (id = nullif(current_setting('news.publisher_id', true), '')::uuid);
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['authors', 'articles', 'revisions', 'comments'] LOOP
    EXECUTE format('ALTER TABLE news.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY own ON news.%I TO hf_newsroom_app
      USING (publisher_id = nullif(current_setting('news.publisher_id', true), '')::uuid)
      WITH CHECK (publisher_id = nullif(current_setting('news.publisher_id', true), '')::uuid)$p$, name);
  END LOOP;
END $$;
-- What was deleted softly is not seen.
CREATE POLICY living ON news.comments AS RESTRICTIVE FOR SELECT TO hf_newsroom_app USING (deleted_at IS NULL);

GRANT USAGE ON SCHEMA news TO hf_newsroom_app;
GRANT SELECT ON news.publishers TO hf_newsroom_app;
GRANT SELECT, INSERT, UPDATE ON news.authors, news.articles, news.comments TO hf_newsroom_app;
GRANT SELECT, INSERT ON news.revisions TO hf_newsroom_app;
