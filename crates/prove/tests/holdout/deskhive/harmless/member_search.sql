-- Harmless: the search text is given to the statement as a value, beside the space.
CREATE FUNCTION desk.search_members(p_text text) RETURNS TABLE (email text, full_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT m.email, m.full_name FROM desk.members m WHERE m.space = $1
    AND m.full_name ILIKE ''%'' || $2 || ''%''' USING desk.space(), p_text;
END $$;
GRANT EXECUTE ON FUNCTION desk.search_members(text) TO hf_deskhive_app;
