-- The search names the person.
CREATE FUNCTION search_entries(query tsquery) RETURNS TABLE (id uuid, headline text) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT e.id, ts_headline(e.body, query) FROM entries e WHERE e.words @@ query AND e.person_id =
  person() $$;
