-- A view of results that runs with the rights of the caller: row level security still holds.
CREATE VIEW auc.sale_results WITH (security_invoker = true) AS
  SELECT s.title AS sale, l.lot_no, l.title, l.reserve, l.high_bid,
         l.high_bid >= coalesce(l.reserve, 0) AS sold
    FROM auc.sales s JOIN auc.lots l USING (house_id, sale_no);
GRANT SELECT ON auc.sale_results TO hf_auctions_app;
