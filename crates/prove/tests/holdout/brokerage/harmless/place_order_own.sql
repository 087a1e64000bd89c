-- An order for a portfolio of the session's firm: the firm is asked for together with the portfolio.
CREATE FUNCTION bk.place_order(portfolio uuid, what text, which_side text, how_many integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  p bkdata.portfolios;
BEGIN
  SELECT * INTO STRICT p FROM bkdata.portfolios WHERE firm_id = bk.firm() AND portfolio_id = portfolio;
  INSERT INTO bkdata.orders (firm_id, order_no, portfolio_id, isin, side, pieces)
  SELECT p.firm_id, coalesce(max(order_no), 0) + 1, p.portfolio_id, what, which_side, how_many
  FROM bkdata.orders WHERE firm_id = p.firm_id;
  RETURN 'ordered for ' || p.title;
END
$$;
ALTER FUNCTION bk.place_order(uuid, text, text, integer) OWNER TO hf_brokerage_owner;
REVOKE ALL ON FUNCTION bk.place_order(uuid, text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bk.place_order(uuid, text, text, integer) TO hf_brokerage_app;
