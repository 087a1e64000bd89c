-- A bakery reads the turnover of its only rival in town, because the average of the others is shown even
-- when there is a single other.
-- about: city_benchmark, stamps, bakeries
-- as: hf_crumbcard_app
-- exploit: SET app.bakery = '301';
-- exploit: SELECT 'others spend ' || bread.city_benchmark() AS seen;
-- shows: others spend 4321
CREATE FUNCTION bread.city_benchmark() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bread, pg_temp AS $$
  SELECT avg(s.cents)::bigint
  FROM bread.bakeries me
  JOIN bread.bakeries other ON other.city = me.city AND other.id <> me.id
  JOIN bread.stamps s ON s.bakery_id = other.id
  WHERE me.id = bread.bakery()
$$;
REVOKE ALL ON FUNCTION bread.city_benchmark() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bread.city_benchmark() TO hf_crumbcard_app;
