-- A definer function that keeps to the caller's teams.
CREATE FUNCTION hire.candidate_search(word text) RETURNS SETOF hire.candidates LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT * FROM hire.candidates c
  WHERE c.team_id IN (SELECT hire.my_teams()) AND c.name ILIKE word || '%'
$$;
