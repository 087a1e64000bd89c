-- The function finds matches in the memories of all agencies, and returns their translations.
-- about: fuzzy
-- as: hf_translation_app
-- exploit: SET tr.agency = '10';
-- exploit: SELECT * FROM tr.fuzzy('good evening', 'de');
-- shows: Road-secret morning
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX memory_source_trgm ON tr.memory USING gin (source gin_trgm_ops);
CREATE FUNCTION tr.fuzzy(p_source text, p_language text) RETURNS TABLE (target text, score real)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tr, public, pg_temp AS $$
  SELECT m.target, similarity(m.source, p_source)
    FROM memory m
   WHERE m.language = p_language AND similarity(m.source, p_source) > 0.2
   ORDER BY 2 DESC LIMIT 5
$$;
