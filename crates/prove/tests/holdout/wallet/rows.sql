-- Rows of two tenants, for the exploits in holes/.
INSERT INTO bank.tenants VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'Alpha'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'Beta');
INSERT INTO bank.wallets VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000001', 'ha', 100),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001', 'hb-secret', 4711);
INSERT INTO bank.limits VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 10),
  ('bbbbbbbb-0000-4000-8000-000000000000', 4242);
INSERT INTO bank.cards VALUES
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000002',
    'bbbbbbbb-0000-4000-8000-000000000001', '6666'),
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000002',
    'aaaaaaaa-0000-4000-8000-000000000001', '1111');
INSERT INTO bank.events VALUES
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000003', 'event-secret');
