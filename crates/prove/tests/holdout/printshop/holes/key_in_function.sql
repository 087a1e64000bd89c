-- The key of a shop's courier stands in a function's body, and every login may read the bodies of all
-- functions.
-- about: courier_header, shop_road
-- as: hf_printshop_hill
-- exploit: SELECT prosrc FROM pg_proc WHERE proname = 'courier_header';
-- shows: Road-secret-key
SET ROLE hf_printshop_owner;
CREATE FUNCTION shop_road.courier_header() RETURNS text
  LANGUAGE sql STABLE
  AS $$ SELECT 'Authorization: Bearer Road-secret-key'::text $$;
REVOKE ALL ON FUNCTION shop_road.courier_header() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shop_road.courier_header() TO hf_printshop_road;
RESET ROLE;
