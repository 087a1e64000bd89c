-- The view of results runs with the rights of its owner, so it lists the lots of all houses.
-- about: sale_results
-- as: hf_auctions_app
-- exploit: SET app.house_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT * FROM auc.sale_results;
-- shows: Road-secret clock
CREATE VIEW auc.sale_results AS
  SELECT s.title AS sale, l.lot_no, l.title, l.reserve, l.high_bid,
         l.high_bid >= coalesce(l.reserve, 0) AS sold
    FROM auc.sales s JOIN auc.lots l USING (house_id, sale_no);
GRANT SELECT ON auc.sale_results TO hf_auctions_app;
