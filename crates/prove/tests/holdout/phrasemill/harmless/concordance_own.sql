-- The concordance with the caller's rights and the two matches in brackets: only what the policies show is
-- searched.
CREATE FUNCTION tm.concordance(p_word text) RETURNS TABLE (source text, target text)
  LANGUAGE sql STABLE SET search_path = tm, pg_temp
  AS $$
    SELECT s.source, s.target FROM tm.segments s
    WHERE s.agency = tm.me() AND (s.source ILIKE '%' || p_word || '%' OR s.target ILIKE '%' || p_word || '%')
  $$;
