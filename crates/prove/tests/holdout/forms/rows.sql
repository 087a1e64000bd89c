-- Rows of two tenants, for the exploits in holes/.
INSERT INTO companies VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'Alpha'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'Beta-secret');
INSERT INTO forms VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000000', 'FA', false),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000000', 'FB-secret', true),
  ('cccccccc-0000-4000-8000-000000000001', NULL, 'Template', true);
INSERT INTO questions VALUES
  ('aaaaaaaa-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000001', 1, 'qa'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000001', 1, 'qb-secret'),
  (gen_random_uuid(), 'cccccccc-0000-4000-8000-000000000001', 1, 'qt');
INSERT INTO responses VALUES
  ('aaaaaaaa-0000-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000001'),
  ('bbbbbbbb-0000-4000-8000-000000000003', 'bbbbbbbb-0000-4000-8000-000000000000',
    'bbbbbbbb-0000-4000-8000-000000000001');
INSERT INTO answers VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000003', 1, 'aa'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000003', 1, 'ab-secret');
INSERT INTO webhooks VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'http://a', 'sa'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'http://b', 'sb-secret');
