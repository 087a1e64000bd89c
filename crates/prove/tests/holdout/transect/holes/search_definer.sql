-- The search was made SECURITY DEFINER to read the index faster, and nothing filters by team any more.
-- about: search, observations
-- as: hf_transect_app
-- exploit: SET survey.team = 'north';
-- exploit: SELECT remarks FROM survey.search('nest');
-- shows: Road-secret nest
CREATE OR REPLACE FUNCTION survey.search(p_query text) RETURNS SETOF survey.observations
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = survey, pg_temp AS $$
  SELECT * FROM survey.observations WHERE words @@ websearch_to_tsquery('simple', p_query)
  ORDER BY ts_rank(words, websearch_to_tsquery('simple', p_query)) DESC LIMIT 100
$$;
