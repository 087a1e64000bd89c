-- The list of words for the search box is taken from the documents of all firms, rare words too.
-- about: word_list
-- as: hf_lawfirm_app
-- exploit: SET law.firm = 'hill';
-- exploit: SELECT word FROM law.word_list('take');
-- shows: takeoverplan
CREATE FUNCTION law.word_list(p_start text) RETURNS TABLE (word text, documents integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.word, s.ndoc FROM ts_stat('SELECT words FROM law.documents') s
   WHERE starts_with(s.word, lower(p_start)) ORDER BY s.ndoc DESC LIMIT 20
$$;
