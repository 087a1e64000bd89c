-- Rows of two tenants, for the exploits in holes/.
INSERT INTO mail.senders VALUES ('aaaaaaaa-0000-4000-8000-000000000000', 'A'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'Sender-secret');
INSERT INTO mail.lists VALUES ('aaaaaaaa-0000-4000-8000-000000000001',
    'aaaaaaaa-0000-4000-8000-000000000000', 'Own list'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000000', 'List-secret');
INSERT INTO mail.subscribers VALUES ('aaaaaaaa-0000-4000-8000-000000000002',
    'aaaaaaaa-0000-4000-8000-000000000000', 'ann@example.com'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000000', 'secret@example.com');
INSERT INTO mail.list_subscribers VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002'),
    ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000001',
    'bbbbbbbb-0000-4000-8000-000000000002');
INSERT INTO mail.campaigns VALUES ('aaaaaaaa-0000-4000-8000-000000000003',
    'aaaaaaaa-0000-4000-8000-000000000000', 'Own subject'),
  ('bbbbbbbb-0000-4000-8000-000000000003', 'bbbbbbbb-0000-4000-8000-000000000000', 'Subject-secret');
INSERT INTO mail.outbox VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
    'aaaaaaaa-0000-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000002', 'hello'),
    ('bbbbbbbb-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000003',
    'bbbbbbbb-0000-4000-8000-000000000002', 'body-secret');
