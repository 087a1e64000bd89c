-- A rank of the own listings: the window is computed over rows that the filter has already taken.
CREATE VIEW market.my_ranking WITH (security_barrier = true) AS
  SELECT title, price, rank() OVER (ORDER BY price DESC) AS place
  FROM market.listings WHERE firm_id = market.firm();
GRANT SELECT ON market.my_ranking TO hf_marketplace_app;
