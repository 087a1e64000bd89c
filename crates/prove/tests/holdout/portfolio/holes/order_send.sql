-- The function sends an order by its number; numbers are counted in each firm, so others' are sent too.
-- about: send_order, trading_order
-- as: hf_portfolio_app
-- exploit: SET portfolio.firm_id = '1';
-- exploit: SELECT 'quantity ' || quantity FROM send_order(2);
-- shows: quantity 7.0000
-- Only the function may change the state.
REVOKE UPDATE ON trading_order FROM hf_portfolio_app;
CREATE FUNCTION send_order(no integer) RETURNS SETOF trading_order
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE trading_order SET state = 'sent' WHERE order_no = no AND state = 'new' RETURNING *
$$;
