-- A function with its owner's rights that pins its search path, names schemas and filters by the caller's
-- agencies.
CREATE FUNCTION rent_statement() RETURNS TABLE (renter text, iban text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT r.full_name, r.iban FROM public.leases_renter r
  WHERE r.agency_id IN (SELECT public.token_agencies())
$$;
REVOKE EXECUTE ON FUNCTION rent_statement() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rent_statement() TO hf_leasehold_app;
