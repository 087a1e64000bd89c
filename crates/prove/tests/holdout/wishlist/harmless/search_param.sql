-- The text of the search is a parameter of the statement, and the membership is checked before.
CREATE FUNCTION search_ideas(p_org int, q text) RETURNS SETOF text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT is_member(p_org) THEN RAISE EXCEPTION 'not a member'; END IF;
  RETURN QUERY EXECUTE 'SELECT title FROM ideas WHERE org_id = $1 AND title ILIKE ''%'' || $2 || ''%'''
    USING p_org, q;
END $$;
REVOKE ALL ON FUNCTION search_ideas(int, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_ideas(int, text) TO hf_wishlist_app;
