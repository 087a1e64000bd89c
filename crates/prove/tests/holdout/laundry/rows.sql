INSERT INTO wash.fabrics (code, max_celsius) VALUES ('wool', 30), ('linen', 60);
INSERT INTO wash.laundries (id, name) VALUES
  ('a6000000-0000-4000-8000-000000000001', 'Own laundry'),
  ('b6000000-0000-4000-8000-000000000001', 'Soap-secret laundry');
INSERT INTO wash.customers (laundry_id, customer_no, name, phone) VALUES
  ('a6000000-0000-4000-8000-000000000001', 1, 'Own customer', '100'),
  ('b6000000-0000-4000-8000-000000000001', 1, 'Soap-secret customer', 'Soap-secret phone');
INSERT INTO wash.orders (laundry_id, order_no, customer_no, cents, remark) VALUES
  ('a6000000-0000-4000-8000-000000000001', 1, 1, 900, 'own'),
  ('b6000000-0000-4000-8000-000000000001', 1, 1, 73119, 'Soap-secret order');
INSERT INTO wash.garments (laundry_id, tag, order_no, fabric, stain) VALUES
  ('a6000000-0000-4000-8000-000000000001', 'T-0001', 1, 'wool', 'own'),
  ('b6000000-0000-4000-8000-000000000001', 'T-7777', 1, 'linen', 'Soap-secret wine');
INSERT INTO wash.machines (laundry_id, name, kilos) VALUES
  ('a6000000-0000-4000-8000-000000000001', 'Own drum', 20),
  ('b6000000-0000-4000-8000-000000000001', 'Soap-secret drum', 30);
INSERT INTO wash.pickups (laundry_id, order_no, pickup_on, address) VALUES
  ('a6000000-0000-4000-8000-000000000001', 1, CURRENT_DATE, 'own road'),
  ('b6000000-0000-4000-8000-000000000001', 1, CURRENT_DATE, 'Soap-secret road');
INSERT INTO wash.prices (laundry_id, item, cents) VALUES
  ('a6000000-0000-4000-8000-000000000001', 'shirt', 300),
  ('b6000000-0000-4000-8000-000000000001', 'shirt', 47113);
INSERT INTO wash.complaints (laundry_id, order_no, body) VALUES
  ('a6000000-0000-4000-8000-000000000001', 1, 'own'),
  ('b6000000-0000-4000-8000-000000000001', 1, 'Soap-secret shrunk');
