-- A login finds unfixed bugs of other companies by a word of the title, as the duplicate check looks
-- everywhere.
-- about: find_duplicates, reports, programs
-- as: hf_redhunt_app
-- exploit: SET app.current_account_id = '1';
-- exploit: SELECT * FROM find_duplicates('login');
-- shows: Road-secret login bypass
CREATE FUNCTION find_duplicates(p_word text)
RETURNS TABLE (program character varying, title character varying)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.name, r.title
  FROM reports r JOIN programs p ON p.account_id = r.account_id AND p.id = r.program_id
  WHERE to_tsvector('simple', r.title) @@ plainto_tsquery('simple', p_word) AND r.state <> 'closed'
$$;
REVOKE EXECUTE ON FUNCTION find_duplicates(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_duplicates(text) TO hf_redhunt_app;
