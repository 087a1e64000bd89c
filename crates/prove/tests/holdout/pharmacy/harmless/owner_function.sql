-- A function over all rows that only the owner calls.
CREATE FUNCTION api.purge() RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$ DELETE FROM core.prescriptions WHERE dispensed $$;
