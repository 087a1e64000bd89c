INSERT INTO auth.users VALUES
  ('aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'ann@hill.example'),
  ('bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb', 'bob@road.example'),
  ('dddddddd-dddd-dddd-dddd-dddddddddddd', 'dora@hill.example');
INSERT INTO bots.accounts VALUES
  ('11111111-1111-1111-1111-111111111111', 'Hill'),
  ('22222222-2222-2222-2222-222222222222', 'Road-secret shop');
-- Dora left Road and works for Hill now.
INSERT INTO bots.staff VALUES
  ('11111111-1111-1111-1111-111111111111', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'admin', true),
  ('11111111-1111-1111-1111-111111111111', 'dddddddd-dddd-dddd-dddd-dddddddddddd', 'agent', true),
  ('22222222-2222-2222-2222-222222222222', 'bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb', 'admin', true),
  ('22222222-2222-2222-2222-222222222222', 'dddddddd-dddd-dddd-dddd-dddddddddddd', 'agent', false);
INSERT INTO bots.bots (account_id, id, name, greeting, widget_key) VALUES
  ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000001', 'Hill bot', 'Hi',
   '11111111-0000-0000-0000-00000000000f'),
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000001', 'Road-secret bot',
   'Road-secret greeting', '22222222-0000-0000-0000-00000000000f');
INSERT INTO bots.intents (account_id, bot_id, name, phrases, reply) VALUES
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000001', 'refund',
   '{Road-secret phrase}', 'Road-secret reply');
INSERT INTO bots.sessions (account_id, id, bot_id, visitor_email, assigned_to) VALUES
  ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000002',
   '11111111-0000-0000-0000-000000000001', 'v@hill.example', NULL),
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000002',
   '22222222-0000-0000-0000-000000000001', 'visitor@road-secret.example',
   'dddddddd-dddd-dddd-dddd-dddddddddddd');
INSERT INTO bots.turns VALUES
  ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000002', 1, 'visitor',
   'Hill question'),
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000002', 1, 'visitor',
   'Road-secret question');
INSERT INTO bots.labels VALUES ('22222222-2222-2222-2222-222222222222', 'road-secret-label');
INSERT INTO bots.exports (account_id, requested_by, url) VALUES
  ('22222222-2222-2222-2222-222222222222', 'bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb',
   'https://files.example/Road-secret.zip');
