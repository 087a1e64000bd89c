-- A shipper learns the prices of others by the place that its own price takes among all.
-- about: price_rank, rate_cards
-- as: hf_shipping_app
-- exploit: SET ship.shipper_id = '4';
-- exploit: SELECT cheapest FROM ship.price_rank;
-- shows: 299
-- Shippers want to know where their prices stand.
CREATE VIEW ship.price_rank AS
  SELECT shipper_id, service, cents, cheapest, place
  FROM (SELECT r.*, min(cents) OVER w AS cheapest, rank() OVER (w ORDER BY cents) AS place
    FROM ship.rate_cards r WINDOW w AS (PARTITION BY service)) ranked
  WHERE ship.visible(shipper_id);
GRANT SELECT ON ship.price_rank TO hf_shipping_app;
