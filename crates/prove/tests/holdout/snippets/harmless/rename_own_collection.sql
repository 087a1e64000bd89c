-- Harmless: the function is a definer and renames a collection of the company in the session.
CREATE FUNCTION snip.rename_collection(old_name text, new_name text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = snip, pg_temp AS $$
  UPDATE collections c SET name = new_name WHERE c.company = company() AND c.name = old_name RETURNING c.name
$$;
