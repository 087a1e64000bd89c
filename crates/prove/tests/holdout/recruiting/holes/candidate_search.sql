-- Everybody searches the candidates of all teams: the function runs as its owner and filters by name only.
-- about: candidate_search
-- as: hf_recruiting_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-000000000001"}';
-- exploit: SELECT name FROM hire.candidate_search('Dan');
-- shows: Dan-secret
CREATE FUNCTION hire.candidate_search(word text) RETURNS SETOF hire.candidates LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT * FROM hire.candidates c WHERE c.name ILIKE word || '%' ORDER BY c.name LIMIT 50
$$;
