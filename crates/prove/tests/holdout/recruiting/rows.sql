-- Rows of two tenants, for the exploits in holes/.
INSERT INTO hire.teams VALUES ('aaaaaaaa-0000-4000-8000-000000000000', 'Team A'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'Team-secret');
INSERT INTO hire.profiles VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 'Ann', '1'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'Bob', '2-secret');
INSERT INTO hire.members VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000001', 'lead'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001', 'lead');
INSERT INTO hire.jobs VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000002', 'Clerk'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000002', 'Job-secret');
INSERT INTO hire.candidates VALUES
    ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000003', 'Cara',
    'cara@example.com'),
    ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000003', 'Dan-secret',
    'dan@example.com');
INSERT INTO hire.applications VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000003', 'new'),
    ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000002',
    'bbbbbbbb-0000-4000-8000-000000000003', 'stage-secret');
INSERT INTO hire.notes VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000004', 'aaaaaaaa-0000-4000-8000-000000000001', 'mine'),
    ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000004',
    'bbbbbbbb-0000-4000-8000-000000000001', 'note-secret');
INSERT INTO hire.invitations VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000005', 'eve@example.com'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000005', 'secret@example.com');
