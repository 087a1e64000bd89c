-- Tenant A reads the changes of all publishers in a feed that a trigger writes.
-- about: change_feed
-- as: hf_newsroom_app
-- exploit: SET news.publisher_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT headline FROM news.change_feed;
-- shows: Headline-secret
CREATE TABLE news.change_feed (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  article_id uuid NOT NULL,
  headline text NOT NULL
);
CREATE FUNCTION news.feed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO news.change_feed (article_id, headline) VALUES (new.id, new.headline);
  RETURN NULL;
END $$;
CREATE TRIGGER feed AFTER INSERT OR UPDATE ON news.articles FOR EACH ROW EXECUTE FUNCTION news.feed();
GRANT SELECT ON news.change_feed TO hf_newsroom_app;
