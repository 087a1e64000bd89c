-- A number of the caller's own.
CREATE FUNCTION api.count_customers() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT count(*) FROM core.customers c WHERE c.pharmacy_id = core.pharmacy()
$$;
GRANT EXECUTE ON FUNCTION api.count_customers TO hf_pharmacy_app;
