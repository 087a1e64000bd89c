-- Each restaurant reads the guests of any other: the function takes the schema's name.
-- about: guests_of
-- as: hf_kitchens_basil
-- exploit: SELECT name FROM common.guests_of('thyme');
-- shows: Guest-secret
CREATE FUNCTION common.guests_of(house text) RETURNS TABLE (name text) LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT g.name FROM %I.guests g', house);
END $$;
