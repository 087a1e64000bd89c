INSERT INTO auth.users VALUES
  ('aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'ann@hill.example'),
  ('bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb', 'bob@road-secret.example');
INSERT INTO app.teams (id, name) VALUES
  ('11111111-1111-1111-1111-111111111111', 'Hill'),
  ('22222222-2222-2222-2222-222222222222', 'Road-secret team');
INSERT INTO app.team_members VALUES
  ('11111111-1111-1111-1111-111111111111', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'admin'),
  ('22222222-2222-2222-2222-222222222222', 'bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb', 'admin');
INSERT INTO app.assistants (team_id, id, name, instructions) VALUES
  ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000001', 'Hill helper', 'Be kind'),
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000001', 'Road helper',
   'Road-secret instructions');
INSERT INTO app.documents VALUES
  ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000002', 'Hill handbook', 'cafe01'),
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000002', 'Road-secret contract',
   'cafe02');
INSERT INTO app.chunks VALUES
  ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000002', 1, 'Hill chunk', '{1,0}'),
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000002', 1, 'Road-secret chunk',
   '{0,1}');
INSERT INTO app.conversations (team_id, id, assistant_id, user_id, title) VALUES
  ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000003',
   '11111111-0000-0000-0000-000000000001', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'Hill talk'),
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000003',
   '22222222-0000-0000-0000-000000000001', 'bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb', 'Road-secret talk');
INSERT INTO app.messages (team_id, conversation_id, author, content) VALUES
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000003', 'user',
   'Road-secret question');
INSERT INTO app.tool_credentials VALUES
  ('22222222-2222-2222-2222-222222222222', 'mail', 'Road-secret-password');
INSERT INTO app.usage (team_id, tokens) VALUES ('22222222-2222-2222-2222-222222222222', 987654);
