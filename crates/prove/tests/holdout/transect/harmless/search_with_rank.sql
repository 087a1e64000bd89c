-- harmless: the search got a rank, and still runs with the rights of the caller.
CREATE OR REPLACE FUNCTION survey.search(p_query text) RETURNS SETOF survey.observations
LANGUAGE sql STABLE AS $$
  SELECT * FROM survey.observations WHERE words @@ websearch_to_tsquery('simple', p_query)
  ORDER BY ts_rank(words, websearch_to_tsquery('simple', p_query)) DESC LIMIT 100
$$;
