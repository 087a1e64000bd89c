-- The same matching function without LEAKPROOF runs after the policy, on the caller's rows only.
CREATE FUNCTION fb.same_name(a text, b text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE COST 0.01
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF b IS NULL THEN
    RAISE NOTICE 'no second name to compare with %', a;
  END IF;
  RETURN lower(btrim(a)) = lower(btrim(b));
END
$$;
