-- The search with its owner's rights, whose text is bound as a parameter and whose franchise is that of the
-- session.
CREATE FUNCTION home.search_jobs(p_text text) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = home, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE
    'SELECT title FROM home.jobs WHERE franchise = $1 AND title ILIKE ''%'' || $2 || ''%'''
    USING home.me(), p_text;
END $$;
REVOKE ALL ON FUNCTION home.search_jobs(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION home.search_jobs(text) TO hf_dustbrigade_app;
