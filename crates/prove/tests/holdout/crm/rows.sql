-- Rows of two tenants, for the exploits in holes/.
INSERT INTO tenants VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'Alpha'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'Beta-secret');
INSERT INTO users VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000001', 'ann@example.com'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001', 'bob-secret@example.com');
INSERT INTO companies VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000002', 'Acme',
    'acme.example.com'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000002', 'Bolt-secret',
    'bolt.example.com');
INSERT INTO contacts VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000003',
    'aaaaaaaa-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000001', 'x@example.com', '1',
    false),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000003',
    'bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000001', 'y-secret@example.com',
    '2', false),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000008',
    'bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000001', 'z-secret@example.com',
    '3', true);
INSERT INTO deals VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000004',
    'aaaaaaaa-0000-4000-8000-000000000002', 'A deal', 10),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000004',
    'bbbbbbbb-0000-4000-8000-000000000002', 'B-secret deal', 4711);
INSERT INTO tags VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000005', 'hot'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000005', 'secret-tag');
INSERT INTO notes VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000006',
    'aaaaaaaa-0000-4000-8000-000000000004', 'note A'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000006',
    'bbbbbbbb-0000-4000-8000-000000000004', 'B-secret note');
