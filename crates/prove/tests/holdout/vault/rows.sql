INSERT INTO auth.users VALUES
  ('aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'ann@hill.example'),
  ('bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb', 'bob@road.example');
INSERT INTO orgs VALUES
  ('11111111-1111-1111-1111-111111111111', 'Hill'),
  ('22222222-2222-2222-2222-222222222222', 'Road-secret org');
INSERT INTO org_members VALUES
  ('11111111-1111-1111-1111-111111111111', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'admin', 'Ann'),
  ('22222222-2222-2222-2222-222222222222', 'bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb', 'admin',
   'Road-secret Bob');
INSERT INTO groups VALUES
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000001', 'Road-secret group');
INSERT INTO items (org_id, id, label, favourite) VALUES
  ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000002', 'Hill bank', false),
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000002', 'Road-secret bank', true);
INSERT INTO secrets (org_id, item_id, ciphertext) VALUES
  ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000002', 'hill-cipher'),
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000002', 'Road-secret-cipher');
INSERT INTO access_requests (org_id, item_id, reason) VALUES
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000002', 'Road-secret reason');
INSERT INTO audit_log (org_id, what) VALUES
  ('22222222-2222-2222-2222-222222222222', 'Road-secret event');
INSERT INTO storage.objects (org_id, bucket_id, name) VALUES
  ('22222222-2222-2222-2222-222222222222', 'attachments',
   '22222222-2222-2222-2222-222222222222/Road-secret.pdf'),
  ('22222222-2222-2222-2222-222222222222', 'avatars', '22222222-2222-2222-2222-222222222222/road-face.png');
