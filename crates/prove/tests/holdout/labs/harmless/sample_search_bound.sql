-- The search text is a parameter of the query, so it stays a text and the laboratory's condition stands.
CREATE FUNCTION api.find_samples(q text) RETURNS TABLE (barcode text, label text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT s.barcode, s.label FROM store.samples s
    WHERE s.lab_id = $1 AND strpos(s.label, $2) > 0' USING api.lab(), q;
END
$$;
ALTER FUNCTION api.find_samples(text) OWNER TO hf_labs_owner;
