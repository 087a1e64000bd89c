-- The rank of the services among the shipper's own prices: the policies cut before the window is counted.
CREATE VIEW ship.price_rank WITH (security_invoker = true) AS
  SELECT shipper_id, service, cents, min(cents) OVER w AS cheapest, rank() OVER (w ORDER BY cents) AS place
  FROM ship.rate_cards
  WINDOW w AS (PARTITION BY shipper_id);
GRANT SELECT ON ship.price_rank TO hf_shipping_app;
