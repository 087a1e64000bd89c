-- The function reads the table as its owner and asks for the number only, so it shows orders of all
-- laundries.
-- about: order_status, orders
-- as: hf_laundry_app
-- exploit: SET wash.laundry = 'a6000000-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM api.order_status(1);
-- shows: Soap-secret order
CREATE FUNCTION api.order_status(p_order_no integer)
RETURNS TABLE (taken_on date, remark text, pickup_on date)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = wash, pg_temp
AS $$
  SELECT o.taken_on, o.remark, p.pickup_on
  FROM orders o
  LEFT JOIN pickups p ON p.laundry_id = o.laundry_id AND p.order_no = o.order_no
  WHERE o.order_no = p_order_no
$$;
REVOKE ALL ON FUNCTION api.order_status(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.order_status(integer) TO hf_laundry_app;
