-- A materialized view that the application may not read; a function gives out the rows of its own museum
-- only.
CREATE MATERIALIZED VIEW coll.object_search AS
  SELECT o.museum, o.inventory_no, o.title, o.search AS words FROM coll.objects o;
CREATE FUNCTION coll.find_objects(p_words text) RETURNS TABLE (inventory_no text, title text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = coll, pg_temp AS $$
  SELECT s.inventory_no, s.title FROM object_search s
   WHERE s.museum = me() AND s.words @@ plainto_tsquery('simple', p_words)
$$;
