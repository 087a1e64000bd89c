-- Each position is copied by a definer into a common table without a firm, which everybody reads.
-- about: market_trade, note_trade, portfolios_position_trade
-- as: hf_portfolio_app
-- exploit: SET portfolio.firm_id = '1';
-- exploit: SELECT isin, quantity FROM market_trade;
-- shows: 31337.0000
-- What is bought most, for the page of the market.
CREATE TABLE market_trade (
  isin char(12) NOT NULL REFERENCES market_security,
  quantity numeric(18, 4) NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT ON market_trade TO hf_portfolio_app;
CREATE FUNCTION note_trade() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO market_trade VALUES (NEW.isin, NEW.quantity);
  RETURN NULL;
END
$$;
CREATE TRIGGER portfolios_position_trade AFTER INSERT OR UPDATE ON portfolios_position
FOR EACH ROW EXECUTE FUNCTION note_trade();
