INSERT INTO auth.users VALUES ('a1000000-0000-4000-8000-000000000001', 'ann@alpha.test'),
  ('b1000000-0000-4000-8000-000000000001', 'bob@beta.test');
INSERT INTO workspaces VALUES ('a0000000-0000-4000-8000-00000000000a', 'Alpha', 'free'),
    ('b0000000-0000-4000-8000-00000000000b', 'Beta Road-secret', 'team');
INSERT INTO workspace_members VALUES
  ('a0000000-0000-4000-8000-00000000000a', 'a1000000-0000-4000-8000-000000000001', 'owner'),
  ('b0000000-0000-4000-8000-00000000000b', 'b1000000-0000-4000-8000-000000000001', 'owner');
INSERT INTO boards (workspace_id, id, title, visibility) VALUES
  ('a0000000-0000-4000-8000-00000000000a', 'a5000000-0000-4000-8000-000000000001', 'Alpha plan', 'workspace'),
  ('b0000000-0000-4000-8000-00000000000b', 'b5000000-0000-4000-8000-000000000001', 'Road-secret plan',
    'link');
INSERT INTO board_elements (workspace_id, id, board_id, kind, props) VALUES
  ('a0000000-0000-4000-8000-00000000000a', 'a6000000-0000-4000-8000-000000000001',
    'a5000000-0000-4000-8000-000000000001', 'note',
   '{"text": "alpha note"}'),
  ('b0000000-0000-4000-8000-00000000000b', 'b6000000-0000-4000-8000-000000000001',
    'b5000000-0000-4000-8000-000000000001', 'note', '{"text": "Road-secret note"}');
INSERT INTO comments (workspace_id, board_id, author_id, body) VALUES
  ('a0000000-0000-4000-8000-00000000000a', 'a5000000-0000-4000-8000-000000000001',
    'a1000000-0000-4000-8000-000000000001', 'fine'),
  ('b0000000-0000-4000-8000-00000000000b', 'b5000000-0000-4000-8000-000000000001',
    'b1000000-0000-4000-8000-000000000001', 'Road-secret remark');
INSERT INTO attachments (workspace_id, board_id, file_name, storage_path) VALUES
  ('b0000000-0000-4000-8000-00000000000b', 'b5000000-0000-4000-8000-000000000001', 'Road-secret.pdf',
    'b0000000-0000-4000-8000-00000000000b/road.pdf');
INSERT INTO share_links (workspace_id, board_id, token_hash, expires_at) VALUES
  ('b0000000-0000-4000-8000-00000000000b', 'b5000000-0000-4000-8000-000000000001', sha256('beta-token'),
    now() + interval '1 year');
INSERT INTO workspace_invites (workspace_id, email, token_hash) VALUES
  ('b0000000-0000-4000-8000-00000000000b', 'new@beta.test', sha256('beta-invite'));
