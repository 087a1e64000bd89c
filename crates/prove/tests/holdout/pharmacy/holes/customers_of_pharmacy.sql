-- Tenant A names another pharmacy and reads its customers: the default is only a default.
-- about: customers_of
-- as: hf_pharmacy_app
-- exploit: SET core.pharmacy = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT name FROM api.customers_of('bbbbbbbb-0000-4000-8000-000000000000');
-- shows: Bob-secret
CREATE FUNCTION api.customers_of(pharmacy uuid DEFAULT core.pharmacy()) RETURNS SETOF core.customers
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT * FROM core.customers c WHERE c.pharmacy_id = pharmacy
$$;
GRANT EXECUTE ON FUNCTION api.customers_of TO hf_pharmacy_app;
