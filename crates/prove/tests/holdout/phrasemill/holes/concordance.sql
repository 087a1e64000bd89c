-- AND binds tighter than OR in the owner's function, so a match in the target text is given from every
-- agency.
-- about: concordance, segments
-- as: hf_phrasemill_app
-- exploit: SET tm.agency = 'polyglot-east';
-- exploit: SELECT * FROM tm.concordance('fusion');
-- shows: Road-secret Fusion
-- The concordance looks in both languages. As its owner it can use the planned trigram index.
CREATE FUNCTION tm.concordance(p_word text) RETURNS TABLE (source text, target text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tm, pg_temp
  AS $$
    SELECT s.source, s.target FROM tm.segments s
    WHERE s.agency = tm.me() AND s.source ILIKE '%' || p_word || '%'
      OR s.target ILIKE '%' || p_word || '%'
  $$;
