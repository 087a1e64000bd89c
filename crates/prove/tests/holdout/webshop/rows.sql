-- Rows of two tenants, for the exploits in holes/.
INSERT INTO shop.stores VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'a.example.com'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'b-secret.example.com');
INSERT INTO shop.products VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'S1', NULL, 'PA', 1),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'S1', NULL, 'PB-secret', 4711);
INSERT INTO shop.attributes VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'color'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'color');
INSERT INTO shop.values VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'S1', 'color', 'red'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'S1', 'color', 'secret-red');
INSERT INTO shop.reviews VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000000', 'S1', NULL, 5, 'ra', true),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000000', 'S1', NULL, 5,
    'rb-secret', true);
INSERT INTO shop.coupons VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'TEN', 10),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'SECRET', 90);
INSERT INTO shop.orders VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 1, 'x', NULL, 1),
  ('bbbbbbbb-0000-4000-8000-000000000000', 1, 'y-secret', NULL, 4711);
