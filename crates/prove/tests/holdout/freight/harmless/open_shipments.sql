-- A view with the caller's rights.
CREATE VIEW freight.open_shipments WITH (security_invoker = true) AS
  SELECT s.number, s.consignee, d.name AS driver
  FROM freight.shipments s LEFT JOIN freight.drivers d ON (d.carrier, d.badge) = (s.carrier, s.driver)
  WHERE NOT s.delivered;
GRANT SELECT ON freight.open_shipments TO hf_freight_app;
