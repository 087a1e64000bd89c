-- Harmless: the function touches only studios in which the caller is a producer.
CREATE FUNCTION studio.archive_show(p_slug text) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE n integer;
BEGIN
  UPDATE studio.episodes e SET status = 'archived'
  FROM studio.shows s
  WHERE s.studio_id = e.studio_id AND s.id = e.show_id AND s.feed_slug = p_slug
    AND studio.has_rank(s.studio_id, 'producer');
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
GRANT EXECUTE ON FUNCTION studio.archive_show(text) TO hf_micbooth_app;
