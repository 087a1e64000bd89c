-- The search by chip runs as owner over all parks and takes a pattern, so '%' lists every animal.
-- about: find_by_chip, animals
-- as: hf_kelpherd_app
-- exploit: SET zoo.current_park = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM zoo.find_by_chip('%');
-- shows: Reef-secret animal
CREATE FUNCTION zoo.find_by_chip(pattern text) RETURNS TABLE (chip_no text, name text, park text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = zoo, pg_temp AS $$
  SELECT a.chip_no::text, a.name, p.name FROM zoo.animals a JOIN zoo.parks p USING (park_id)
  WHERE a.chip_no LIKE pattern
$$;
GRANT EXECUTE ON FUNCTION zoo.find_by_chip(text) TO hf_kelpherd_app;
