INSERT INTO profiles VALUES
  ('aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'ann@hill.example', 'Ann'),
  ('bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb', 'bob@road.example', 'Road-secret Bob');
INSERT INTO charities VALUES
  ('11111111-1111-1111-1111-111111111111', 'Hill', 'H1'),
  ('22222222-2222-2222-2222-222222222222', 'Road-secret charity', 'Road-secret account');
INSERT INTO charity_staff VALUES
  ('11111111-1111-1111-1111-111111111111', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'director'),
  ('22222222-2222-2222-2222-222222222222', 'bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb', 'director');
INSERT INTO campaigns VALUES
  ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000001', 1, 'Hill dogs', 100, true),
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000001', 2, 'Road-secret wells',
   100,
   true);
INSERT INTO donors VALUES
  ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000002', 'd@hill.example',
   'Hill donor'),
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000002', 'rich@road.example',
   'Road-secret donor'),
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000004', 'zoe@hill.example',
   'Road-secret neighbour');
INSERT INTO donations VALUES
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000003',
   '22222222-0000-0000-0000-000000000001', '22222222-0000-0000-0000-000000000002', 555444,
   'Road-secret words');
INSERT INTO receipts VALUES
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000003', 1, 'Road-secret street');
INSERT INTO pledges VALUES
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000002', 31);
INSERT INTO message_templates VALUES
  ('22222222-2222-2222-2222-222222222222', 'thanks', 'Road-secret thanks');
