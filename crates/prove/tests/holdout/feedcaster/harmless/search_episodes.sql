-- The same search with its words as a parameter of the statement and the network in a condition of its own.
CREATE FUNCTION pod.search_episodes(p_words text) RETURNS TABLE (show text, number integer, title text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pod, pg_temp
AS $$
BEGIN
  RETURN QUERY EXECUTE
    'SELECT show, number, title FROM pod.episodes WHERE network = $1 AND title ILIKE ''%'' || $2 || ''%'''
    USING pod.network(), p_words;
END $$;
REVOKE EXECUTE ON FUNCTION pod.search_episodes(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pod.search_episodes(text) TO hf_feedcaster_app;
