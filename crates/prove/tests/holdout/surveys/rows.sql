-- Rows of two tenants, for the exploits in holes/.
INSERT INTO orgs VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'Alpha'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'Beta-secret');
INSERT INTO surveys VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000000', 'SA', 'draft'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000000', 'SB-secret', 'open');
INSERT INTO participants VALUES
  ('aaaaaaaa-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000000', 'a@example.com'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000000', 'b-secret@example.com');
INSERT INTO votes VALUES
  ('bbbbbbbb-0000-4000-8000-000000000003', 'bbbbbbbb-0000-4000-8000-000000000000',
    'bbbbbbbb-0000-4000-8000-000000000001', 3, 'vote-secret'),
  ('aaaaaaaa-0000-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000001', 1, 'va');
INSERT INTO exports VALUES
  ('bbbbbbbb-0000-4000-8000-000000000004', 'bbbbbbbb-0000-4000-8000-000000000000', 'waiting', 'file-secret');
INSERT INTO survey_participants VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000001',
    'aaaaaaaa-0000-4000-8000-000000000002');
