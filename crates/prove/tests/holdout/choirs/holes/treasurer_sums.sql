-- The policy lets the owner's role pass for its nightly job, and the function runs as just that role
-- for everybody.
-- about: fees, fee_sums, nightly_job
-- as: hf_choirs_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: SELECT total FROM choir.fee_sums(2026);
-- shows: 6543.21
CREATE POLICY nightly_job ON choir.fees USING (current_user = 'hf_choirs_owner');
SET ROLE hf_choirs_owner;
CREATE FUNCTION choir.fee_sums(p_year integer) RETURNS TABLE (choir_id uuid, total numeric)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
  SELECT f.choir_id, sum(f.amount) FROM choir.fees f WHERE f.year = p_year GROUP BY f.choir_id
$$;
RESET ROLE;
