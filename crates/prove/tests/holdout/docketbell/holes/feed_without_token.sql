-- Anybody reads the calendar of all courts by a feed without a token, because a missing token stands for
-- each one.
-- about: feed_entries, feeds, hearings
-- as: hf_docketbell_app
-- exploit: SELECT title FROM cal.feed_entries(NULL);
-- shows: Road-secret hearing
-- Calendar programs fetch a feed by its token alone.
CREATE FUNCTION cal.feed_entries(p_token uuid) RETURNS TABLE (title text, during tsrange)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cal, pg_temp AS $$
  SELECT h.title, h.during
  FROM cal.feeds f JOIN cal.hearings h ON h.court_code = f.court_code
  WHERE f.token = COALESCE(p_token, f.token)
$$;
REVOKE ALL ON FUNCTION cal.feed_entries(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cal.feed_entries(uuid) TO hf_docketbell_app;
