-- Slugs are reserved in one table for all networks by a trigger, so a refused slug tells what another
-- network has.
-- about: slugs, reserve_slug, public.shows
-- as: hf_podcasts_app
-- exploit: SET app.network = '1';
-- exploit: INSERT INTO shows (network_id, slug, title) VALUES (1, 'road', 'probe');
-- shows: slug road is taken
CREATE TABLE slugs (
  slug varchar(255) PRIMARY KEY,
  network_id bigint NOT NULL REFERENCES networks (id)
);
ALTER TABLE slugs ENABLE ROW LEVEL SECURITY;
ALTER TABLE slugs FORCE ROW LEVEL SECURITY;
CREATE FUNCTION reserve_slug() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO slugs (slug, network_id) VALUES (NEW.slug, NEW.network_id) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'slug % is taken', NEW.slug;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER shows_slug BEFORE INSERT ON shows FOR EACH ROW EXECUTE FUNCTION reserve_slug();
