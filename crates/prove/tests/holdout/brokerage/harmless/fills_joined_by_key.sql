-- More columns in the view of fills, joined by the whole key of the order: still one firm.
CREATE OR REPLACE VIEW bk.fills WITH (security_barrier = true) AS
  SELECT firm_id, order_no, f.fill_no, f.price, f.venue, o.isin, o.side, o.memo
  FROM bkdata.orders o
  JOIN bkdata.fills f USING (firm_id, order_no)
  WHERE firm_id = bk.firm();
