INSERT INTO cdp.workspaces (id, name) VALUES
  ('11111111-1111-4111-8111-111111111111', 'Harbour'),
  ('22222222-2222-4222-8222-222222222222', 'Road-secret');
INSERT INTO cdp.sources (workspace_id, label, write_key) VALUES
  ('11111111-1111-4111-8111-111111111111', 'site', 'wk-harbour'),
  ('22222222-2222-4222-8222-222222222222', 'Road-secret site', 'wk-road-secret');
INSERT INTO cdp.profiles (workspace_id, id, full_name, traits) VALUES
  ('11111111-1111-4111-8111-111111111111', 'a0000000-0000-4000-8000-000000000001', 'Ida Harbour',
    '{"plan": "pro"}'),
  ('22222222-2222-4222-8222-222222222222', 'b0000000-0000-4000-8000-000000000001', 'Road-secret Person',
    '{"plan": "pro"}');
INSERT INTO cdp.identifiers (workspace_id, kind, value, profile_id) VALUES
  ('11111111-1111-4111-8111-111111111111', 'email', 'ida@harbour.example',
    'a0000000-0000-4000-8000-000000000001'),
  ('22222222-2222-4222-8222-222222222222', 'email', 'person@road-secret.example',
    'b0000000-0000-4000-8000-000000000001');
INSERT INTO cdp.events (workspace_id, name, body, received_at) VALUES
  ('11111111-1111-4111-8111-111111111111', 'page', '{"url": "/"}', '2026-05-02 10:00+00'),
  ('22222222-2222-4222-8222-222222222222', 'Road-secret bought', '{"sum": 900}', '2026-05-03 10:00+00'),
  ('22222222-2222-4222-8222-222222222222', 'Road-secret seen', '{}', '2026-02-03 10:00+00');
INSERT INTO cdp.segments (workspace_id, id, title) VALUES
  ('22222222-2222-4222-8222-222222222222', 'b0000000-0000-4000-8000-000000000002', 'Road-secret buyers');
INSERT INTO cdp.segment_members (workspace_id, segment_id, profile_id) VALUES
  ('22222222-2222-4222-8222-222222222222', 'b0000000-0000-4000-8000-000000000002',
    'b0000000-0000-4000-8000-000000000001');
INSERT INTO cdp.consents (workspace_id, email, state, reason) VALUES
  ('11111111-1111-4111-8111-111111111111', 'ida@harbour.example', 'in', NULL),
  ('22222222-2222-4222-8222-222222222222', 'person@road-secret.example', 'out', 'Road-secret complaint');
INSERT INTO cdp.imports (workspace_id, file_name, payload) VALUES
  ('22222222-2222-4222-8222-222222222222', 'old.csv', '[{"name": "Road-secret import row"}]');
INSERT INTO cdp.jobs (workspace_id, kind, args) VALUES
  ('22222222-2222-4222-8222-222222222222', 'export', '{"to": "Road-secret bucket"}');
