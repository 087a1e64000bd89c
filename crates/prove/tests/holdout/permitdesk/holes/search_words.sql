-- The search function was made SECURITY DEFINER for speed and finds applications of every city.
-- about: search_applications, applications
-- as: hf_permitdesk_app
-- exploit: SET app.city_id = '11';
-- exploit: SELECT * FROM permits.search_applications('tower');
-- shows: Road-secret tower

-- The policies kept the planner from using the index.
CREATE FUNCTION permits.search_applications(p_words text) RETURNS TABLE (reference text, summary text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = permits, pg_temp
AS $$
  SELECT a.reference, a.summary
  FROM applications a
  WHERE to_tsvector('simple', a.summary) @@ plainto_tsquery('simple', p_words);
$$;
REVOKE ALL ON FUNCTION permits.search_applications(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION permits.search_applications(text) TO hf_permitdesk_app;
