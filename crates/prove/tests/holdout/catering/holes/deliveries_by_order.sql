-- The function finds the delivery by the order's number and asks for no kitchen.
-- about: api.delivery, delivery
-- as: hf_catering_app
-- exploit: SET catering.kitchen_id = '1';
-- exploit: SELECT * FROM api.delivery(7);
-- shows: Road-secret van
CREATE FUNCTION api.delivery(p_order integer) RETURNS TABLE (van text, due timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = store, pg_temp AS $$
  SELECT d.van, d.due FROM deliveries d WHERE d.order_no = p_order
$$;
GRANT EXECUTE ON FUNCTION api.delivery(integer) TO hf_catering_app;
