INSERT INTO auth.users VALUES
  ('aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'ann@hill.example'),
  ('bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb', 'bob@road-secret.example');
INSERT INTO workspaces (id, name) VALUES
  ('11111111-1111-1111-1111-111111111111', 'Hill'),
  ('22222222-2222-2222-2222-222222222222', 'Road-secret workspace');
INSERT INTO members VALUES
  ('11111111-1111-1111-1111-111111111111', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'owner'),
  ('22222222-2222-2222-2222-222222222222', 'bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb', 'owner');
INSERT INTO invitations (workspace_id, email) VALUES
  ('22222222-2222-2222-2222-222222222222', 'new@road-secret.example');
INSERT INTO folders VALUES
  ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000001', 'Hill folder'),
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000001', 'Road-secret folder');
INSERT INTO notes (workspace_id, id, folder_id, slug, title, body) VALUES
  ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000002',
   '11111111-0000-0000-0000-000000000001', 'plan', 'Hill plan', 'Hill body'),
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000002',
   '22222222-0000-0000-0000-000000000001', 'merger', 'Road-secret merger', 'Road-secret body');
INSERT INTO note_versions VALUES
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000002', 1, 'Road-secret draft');
INSERT INTO comments (workspace_id, note_id, author_id, body) VALUES
  ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000002',
   'bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb', 'Road-secret comment');
INSERT INTO share_links (workspace_id, token, note_id) VALUES
  ('22222222-2222-2222-2222-222222222222', 'Road-secret-token', '22222222-0000-0000-0000-000000000002');
