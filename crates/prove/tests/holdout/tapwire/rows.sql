INSERT INTO workspaces VALUES
  ('aaaaaaaa-1111-0000-0000-000000000001', 'Hill Apps'), ('bbbbbbbb-2222-0000-0000-000000000002',
   'Road-secret Apps');
INSERT INTO workspace_members VALUES
  ('aaaaaaaa-1111-0000-0000-000000000001', 'usr|ann', 'ann@hill.test', true),
  ('bbbbbbbb-2222-0000-0000-000000000002', 'usr|bo', 'Road-secret@road.test', true);
INSERT INTO apps VALUES
  ('aaaaaaaa-1111-0000-0000-000000000001', 1, 'test.hill'),
  ('bbbbbbbb-2222-0000-0000-000000000002', 1, 'test.road');
INSERT INTO devices VALUES
  ('aaaaaaaa-1111-0000-0000-000000000001', 1, 'tok-a', 'Hill Phone', '{vip}'),
  ('bbbbbbbb-2222-0000-0000-000000000002', 1, 'tok-b', 'Road-secret Phone', '{vip,debtor}');
INSERT INTO segments VALUES
  ('aaaaaaaa-1111-0000-0000-000000000001', 1, 'Best', '{vip}'),
  ('bbbbbbbb-2222-0000-0000-000000000002', 1, 'Road-secret Debtors', '{debtor}');
INSERT INTO templates VALUES
  ('aaaaaaaa-1111-0000-0000-000000000001', 1, 'Hello', 'Hi'),
  ('bbbbbbbb-2222-0000-0000-000000000002', 8, 'Road-secret Offer', 'Road-secret half price');
INSERT INTO campaigns VALUES
  ('aaaaaaaa-1111-0000-0000-000000000001', 1, 1, 'Hill Start', '2030-01-01'),
  ('bbbbbbbb-2222-0000-0000-000000000002', 1, 8, 'Road-secret Launch', '2030-01-01');
INSERT INTO deliveries VALUES
  ('aaaaaaaa-1111-0000-0000-000000000001', 'aaaaaaaa-1111-0000-0000-0000000000d1', 1, 'tok-a',
   '{"t": "Hi"}', 'sent', '2029-01-01'),
  ('bbbbbbbb-2222-0000-0000-000000000002', 'bbbbbbbb-2222-0000-0000-0000000000d1', 1, 'tok-b',
   '{"t": "Road-secret half price"}', 'queued', '2029-01-01');
INSERT INTO api_keys VALUES
  ('aaaaaaaa-1111-0000-0000-000000000001', 1, 'server', 'h1'),
  ('bbbbbbbb-2222-0000-0000-000000000002', 1, 'Road-secret server', 'Road-secret h2');
