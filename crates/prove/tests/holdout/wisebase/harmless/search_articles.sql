-- The search has its owner's rights, but stays within the spaces of the person.
CREATE FUNCTION kb.search_articles(p_words text) RETURNS TABLE (space_id bigint, id bigint, title text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = kb, pg_temp
AS $$
  SELECT a.space_id, a.id, a.title FROM articles a
  WHERE a.space_id IN (SELECT my_spaces())
    AND to_tsvector('simple', a.title || ' ' || a.body) @@ plainto_tsquery('simple', p_words)
$$;
REVOKE ALL ON FUNCTION kb.search_articles(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kb.search_articles(text) TO hf_wisebase_app;
