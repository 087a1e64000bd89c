-- A search with its owner's rights; an organization left out finds the articles of all.
-- about: search_articles, kb_article
-- as: hf_handbook_app
-- exploit: SET app.user_id = '7';
-- exploit: SELECT title FROM search_articles('guide');
-- shows: Road-secret guide
CREATE INDEX kb_article_fts ON kb_article USING gin (to_tsvector('simple', title || ' ' || body));
CREATE FUNCTION search_articles(q text, orgs uuid[] DEFAULT NULL) RETURNS TABLE (id uuid, title varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.title FROM kb_article a
  WHERE to_tsvector('simple', a.title || ' ' || a.body) @@ plainto_tsquery('simple', q)
    AND (orgs IS NULL OR a.organization_id = ANY (orgs))
$$;
