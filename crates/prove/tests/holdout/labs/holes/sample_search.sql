-- The search text is glued into the query of a definer function, so a quote in it adds a condition of
-- the caller's.
-- about: find_samples, samples
-- as: hf_labs_app
-- exploit: SET labs.lab_id = '1';
-- exploit: SELECT * FROM api.find_samples('x%'' OR label LIKE ''%');
-- shows: Road-secret sample
CREATE FUNCTION api.find_samples(q text) RETURNS TABLE (barcode text, label text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT barcode, label FROM store.samples WHERE lab_id = $1 AND label LIKE ''%'
    || q || '%''' USING api.lab();
END
$$;
ALTER FUNCTION api.find_samples(text) OWNER TO hf_labs_owner;
