-- Rows of two tenants, for the exploits in holes/.
INSERT INTO app.organisations VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'Alpha'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'Beta-secret');
INSERT INTO app.feature_flags VALUES ('dark');
INSERT INTO app.workspaces VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000001', 'WA'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001', 'WB-secret');
INSERT INTO app.boards VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000001',
    'aaaaaaaa-0000-4000-8000-000000000002', 'BA'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001',
    'bbbbbbbb-0000-4000-8000-000000000002', 'BB-secret');
INSERT INTO app.cards VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000002',
    'aaaaaaaa-0000-4000-8000-000000000003', NULL, 'CA'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000002',
    'bbbbbbbb-0000-4000-8000-000000000003', NULL, 'CB-secret');
INSERT INTO app.checklists VALUES
  ('aaaaaaaa-0000-4000-8000-000000000003', 1, 'la'),
  ('bbbbbbbb-0000-4000-8000-000000000003', 1, 'lb-secret');
INSERT INTO app.activity VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', '2026-02-02', 'aaaaaaaa-0000-4000-8000-000000000004', 'va'),
  ('bbbbbbbb-0000-4000-8000-000000000000', '2026-02-02', 'bbbbbbbb-0000-4000-8000-000000000004', 'vb-secret');
