-- The new condition has an OR without brackets, so an open order of any kitchen with that number is
-- cancelled.
-- about: api.cancel, cancel
-- as: hf_catering_app
-- exploit: SET catering.kitchen_id = '1';
-- exploit: SELECT 'cancelled ' || api.cancel(7);
-- shows: cancelled 7
-- Orders that wait for a deposit can be cancelled, too.
CREATE OR REPLACE FUNCTION api.cancel(p_order integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = store, pg_temp AS $$
  UPDATE orders SET state = 'cancelled'
   WHERE kitchen_id = inner_api.kitchen() AND order_no = p_order AND state = 'deposit'
      OR order_no = p_order AND state = 'open'
  RETURNING order_no
$$;
