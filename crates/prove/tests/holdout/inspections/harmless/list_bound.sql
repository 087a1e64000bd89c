-- The list takes its filter as a bound value, so it stays text whatever it holds.
CREATE FUNCTION insp.list_sites(p_address text) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = insp, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT address FROM insp.sites WHERE bureau_id = $1 AND address = $2'
    USING nullif(current_setting('insp.bureau', true), '')::uuid, p_address;
END $$;
REVOKE ALL ON FUNCTION insp.list_sites(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION insp.list_sites(text) TO hf_inspections_app;
