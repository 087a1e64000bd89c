-- The unique index on slugs is checked before the view's check option, so an insert for the other network
-- tells whether it has this slug.
-- about: feed_slugs, feed_slugs_slug_key, my_feeds
-- as: hf_airwave_app
-- exploit: SET airwave.network_id = '1';
-- exploit: INSERT INTO my_feeds (network_id, slug) VALUES (2, 'evening');
-- shows: duplicate key value
-- Feeds have a view of their own, without policies, as feed readers ask them very often.
CREATE TABLE feed_slugs (
  network_id bigint NOT NULL REFERENCES networks,
  slug text NOT NULL CONSTRAINT feed_slugs_slug_key UNIQUE
);
CREATE FUNCTION publish_slug() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO public.feed_slugs VALUES (NEW.network_id, NEW.slug);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION publish_slug() FROM PUBLIC;
CREATE TRIGGER shows_slug AFTER INSERT ON shows FOR EACH ROW EXECUTE FUNCTION publish_slug();
CREATE VIEW my_feeds WITH (security_barrier = true) AS
  SELECT network_id, slug FROM feed_slugs WHERE network_id = current_network_id()
  WITH CASCADED CHECK OPTION;
GRANT SELECT, INSERT ON my_feeds TO hf_airwave_app;
