-- Rows of two tenants, for the exploits in holes/.
INSERT INTO freight.carriers VALUES ('north', 'North Ltd'), ('northwind', 'Northwind-secret');
INSERT INTO freight.depots VALUES ('north', 'D1', NULL, 'Quay 1'), ('northwind', 'D1', NULL, 'Quay-secret');
INSERT INTO freight.drivers VALUES ('north', 1, 'Ann', 'L1'), ('northwind', 1, 'Bob-secret', 'L2');
INSERT INTO freight.shipments VALUES
  ('north', 'N-1', 'D1', 1, 'Own consignee', 10, false),
  ('northwind', 'W-1', 'D1', 1, 'Consignee-secret', 20, true);
INSERT INTO freight.stops VALUES ('north', 'N-1', 1, 'Own street'), ('northwind', 'W-1', 1, 'Street-secret');
