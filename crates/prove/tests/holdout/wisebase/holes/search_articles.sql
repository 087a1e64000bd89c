-- Anyone searches the articles of all spaces, because the function asks for no membership.
-- about: search_articles, articles
-- as: hf_wisebase_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-0000-0000-000000000001"}';
-- exploit: SELECT title FROM kb.search_articles('merger');
-- shows: Road-secret Plan
-- Full text over title and body.
CREATE INDEX articles_words ON kb.articles USING gin (to_tsvector('simple', title || ' ' || body));
CREATE FUNCTION kb.search_articles(p_words text) RETURNS TABLE (space_id bigint, id bigint, title text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = kb, pg_temp
AS $$
  SELECT a.space_id, a.id, a.title FROM articles a
  WHERE to_tsvector('simple', a.title || ' ' || a.body) @@ plainto_tsquery('simple', p_words)
$$;
REVOKE ALL ON FUNCTION kb.search_articles(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kb.search_articles(text) TO hf_wisebase_app;
