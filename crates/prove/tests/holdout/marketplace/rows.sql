INSERT INTO market.categories VALUES ('tools');
INSERT INTO market.firms VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'Oak Tools', 'DE1'),
  ('bbbbbbbb-0000-0000-0000-000000000001', 'Pine-secret', 'bank-secret');
INSERT INTO market.listings VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-00000000000c', 'tools', 'Saw', 5, 'open'),
  ('bbbbbbbb-0000-0000-0000-000000000001', 'bbbbbbbb-0000-0000-0000-00000000000c', 'tools', 'Plane-secret', 9,
   'open');
INSERT INTO market.stock VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-00000000000c', 3, 1, 'own'),
  ('bbbbbbbb-0000-0000-0000-000000000001', 'bbbbbbbb-0000-0000-0000-00000000000c', 42, 2, 'stock-secret');
INSERT INTO market.orders VALUES
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-00000000000d', 'A-1', 5, 'own'),
  ('bbbbbbbb-0000-0000-0000-000000000001', 'bbbbbbbb-0000-0000-0000-00000000000d', 'B-1', 7, 'order-secret');
INSERT INTO market.order_lines VALUES
  ('bbbbbbbb-0000-0000-0000-000000000001', 'bbbbbbbb-0000-0000-0000-00000000000d', 1, 'line-secret', 2);
INSERT INTO market.seller_orders VALUES
  ('bbbbbbbb-0000-0000-0000-000000000001', 'bbbbbbbb-0000-0000-0000-00000000000e', 'buyer-secret', '[]',
   'new'),
  ('aaaaaaaa-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-00000000000e', 'x', '[]', 'new');
INSERT INTO market.messages (firm_id, thread, body, is_internal) VALUES
  ('bbbbbbbb-0000-0000-0000-000000000001', 't1', 'message-secret', true),
  ('aaaaaaaa-0000-0000-0000-000000000001', 't2', 'own', true);
INSERT INTO market.payouts VALUES
  ('bbbbbbbb-0000-0000-0000-000000000001', 1, 700, 'iban-secret');
