-- An order is placed for any portfolio, as the firm is taken from the portfolio and not from the session.
-- about: place_order, orders
-- as: hf_brokerage_app
-- exploit: SET brokerage.firm = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT bk.place_order('b0000000-0000-4000-8000-000000000001', 'XX01', 'buy', 12);
-- shows: ordered for Road-secret fund
-- One call that numbers and places an order.
CREATE FUNCTION bk.place_order(portfolio uuid, what text, which_side text, how_many integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  p bkdata.portfolios;
BEGIN
  SELECT * INTO STRICT p FROM bkdata.portfolios WHERE portfolio_id = portfolio;
  INSERT INTO bkdata.orders (firm_id, order_no, portfolio_id, isin, side, pieces)
  SELECT p.firm_id, coalesce(max(order_no), 0) + 1, p.portfolio_id, what, which_side, how_many
  FROM bkdata.orders WHERE firm_id = p.firm_id;
  RETURN 'ordered for ' || p.title;
END
$$;
ALTER FUNCTION bk.place_order(uuid, text, text, integer) OWNER TO hf_brokerage_owner;
REVOKE ALL ON FUNCTION bk.place_order(uuid, text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bk.place_order(uuid, text, text, integer) TO hf_brokerage_app;
