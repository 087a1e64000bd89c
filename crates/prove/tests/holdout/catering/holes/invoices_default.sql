-- The kitchen is a parameter of the function, with the session's kitchen only as its default.
-- about: api.invoices, invoices
-- as: hf_catering_app
-- exploit: SET catering.kitchen_id = '1';
-- exploit: SELECT * FROM api.invoices(p_kitchen => 2);
-- shows: 999.50
CREATE FUNCTION api.invoices(p_paid boolean DEFAULT false, p_kitchen bigint DEFAULT NULL)
RETURNS TABLE (invoice_no integer, amount numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = store, pg_temp AS $$
  SELECT i.invoice_no, i.amount FROM invoices i
   WHERE i.kitchen_id = coalesce(p_kitchen, inner_api.kitchen()) AND i.paid = p_paid
$$;
GRANT EXECUTE ON FUNCTION api.invoices(boolean, bigint) TO hf_catering_app;
