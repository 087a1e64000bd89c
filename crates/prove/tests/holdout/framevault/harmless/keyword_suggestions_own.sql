-- Suggestions of keywords with the caller's rights: the policies of photos leave the user's own studios
-- only.
CREATE FUNCTION stock.suggest_keywords(p_start text) RETURNS TABLE (word text, used bigint)
LANGUAGE sql STABLE AS $$
  SELECT k, count(*) FROM stock.photos p, unnest(p.keywords) k
  WHERE starts_with(k, p_start) GROUP BY k ORDER BY 2 DESC LIMIT 10
$$;
