-- Orders are numbered within a firm; joined by the number alone, the view shows fills of other firms' orders.
-- about: fills
-- as: hf_brokerage_app
-- exploit: SET brokerage.firm = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT order_no, venue FROM bk.fills;
-- shows: Road-secret venue
-- Fills with side and memo of their order.
CREATE OR REPLACE VIEW bk.fills WITH (security_barrier = true) AS
  SELECT o.firm_id, f.order_no, f.fill_no, f.price, f.venue, o.isin, o.side, o.memo
  FROM bkdata.orders o
  JOIN bkdata.fills f USING (order_no)
  WHERE o.firm_id = bk.firm();
