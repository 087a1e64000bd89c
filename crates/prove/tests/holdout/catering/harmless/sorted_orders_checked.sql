-- The column to sort by must be one of two and is quoted, so the caller adds nothing to the query.
CREATE FUNCTION api.orders_sorted(p_sort text) RETURNS TABLE (order_no integer, remark text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = store, pg_temp AS $$
BEGIN
  IF p_sort IS NULL OR p_sort NOT IN ('order_no', 'guests') THEN
    RAISE EXCEPTION 'cannot sort by that';
  END IF;
  RETURN QUERY EXECUTE format(
    'SELECT o.order_no, o.remark FROM orders o WHERE o.kitchen_id = $1 ORDER BY o.%I', p_sort)
    USING inner_api.kitchen();
END
$$;
GRANT EXECUTE ON FUNCTION api.orders_sorted(text) TO hf_catering_app;
