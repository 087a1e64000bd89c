-- The search builds its statement from the words as typed and runs as owner: a quote in them lifts the
-- condition.
-- about: search_episodes, episodes
-- as: hf_feedcaster_app
-- exploit: SET podcast.network = 'amber';
-- exploit: SELECT * FROM pod.search_episodes($q$x%' OR title ILIKE '%$q$);
-- shows: Road-secret pilot
CREATE FUNCTION pod.search_episodes(p_words text) RETURNS TABLE (show text, number integer, title text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pod, pg_temp
AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT show, number, title FROM pod.episodes WHERE network = '
    || quote_literal(pod.network()) || ' AND title ILIKE ''%' || p_words || '%''';
END $$;
REVOKE EXECUTE ON FUNCTION pod.search_episodes(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pod.search_episodes(text) TO hf_feedcaster_app;
