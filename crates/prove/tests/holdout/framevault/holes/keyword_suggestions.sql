-- Any user reads the keywords of unpublished pictures of all studios, because the suggestions are gathered
-- with the owner's rights.
-- about: suggest_keywords, photos
-- as: hf_framevault_app
-- exploit: SET request.jwt.claims = '{"sub": "a1f00000-0000-4000-8000-00000000000a"}';
-- exploit: SELECT * FROM stock.suggest_keywords('r');
-- shows: road-secret-bride
CREATE FUNCTION stock.suggest_keywords(p_start text) RETURNS TABLE (word text, used bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = stock, pg_temp AS $$
  SELECT k, count(*) FROM stock.photos p, unnest(p.keywords) k
  WHERE starts_with(k, p_start) GROUP BY k ORDER BY 2 DESC LIMIT 10
$$;
REVOKE ALL ON FUNCTION stock.suggest_keywords(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stock.suggest_keywords(text) TO hf_framevault_app;
