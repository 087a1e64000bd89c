INSERT INTO church.accounts VALUES ('aaaaaaaa-0000-4000-8000-00000000000a', 'admin@north.example'),
  ('aaaaaaaa-0000-4000-8000-00000000000c', 'member@north.example'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'admin@road-secret.example');
INSERT INTO church.feasts VALUES ('2026-12-25', 'Christmas');
INSERT INTO church.churches VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 'North Church', 'north'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret Church', 'road');
INSERT INTO church.memberships VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-00000000000a', 'admin'),
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-00000000000c', 'member'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-00000000000b', 'admin');
INSERT INTO church.invitations (church_id, email, token) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'guest@road-secret.example', 'Road-secret-token');
INSERT INTO church.households (church_id, id, name, address) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000011', 'Road-secret House',
    'Hill 1');
INSERT INTO church.people (church_id, id, household_id, full_name, email) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000021', NULL, 'North Person',
    'p@north.example'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000022',
   'bbbbbbbb-0000-4000-8000-000000000011', 'Road-secret Person', 'p@road-secret.example');
INSERT INTO church.pastoral_notes (church_id, person_id, body) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000022', 'Road-secret note');
INSERT INTO church.events (church_id, title, starts_at) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'Road-secret supper', now() + interval '3 days');
INSERT INTO church.prayer_requests (church_id, author, body, visibility) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-00000000000b', 'Road-secret prayer',
    'church');
INSERT INTO church.donations (church_id, person_id, amount, given_on, memo) VALUES
  ('bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000022', 50, '2026-02-02',
    'Road-secret gift');
DO $$ BEGIN
  IF to_regclass('church.group_messages') IS NOT NULL THEN
    INSERT INTO church.group_messages (church_id, author,
    body) VALUES ('bbbbbbbb-0000-4000-8000-000000000002',
      'bbbbbbbb-0000-4000-8000-00000000000b', 'Road-secret message');
  END IF;
END $$;
