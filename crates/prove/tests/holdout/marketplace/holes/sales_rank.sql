-- A rank among all sellers is shown: the window is computed before the filter and shows the next seller's
-- name.
-- about: my_sales, seller_sales
-- as: hf_marketplace_app
-- exploit: SET app.firm_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: SELECT name, next_name FROM market.my_sales;
-- shows: Pine-secret
DROP VIEW market.my_sales;
CREATE VIEW market.my_sales WITH (security_barrier = true) AS
  SELECT * FROM (
    SELECT s.*, rank() OVER w AS place, lead(s.name) OVER w AS next_name FROM market.seller_sales s
    WINDOW w AS (ORDER BY s.name)) r
  WHERE r.firm_id = market.firm();
GRANT SELECT ON market.my_sales TO hf_marketplace_app;
