INSERT INTO badge.organizer VALUES
  ('ad000000-0000-4000-8000-00000000000a', 'Ash events'),
  ('bd000000-0000-4000-8000-00000000000b', 'Road-secret events');
INSERT INTO badge.event VALUES
  ('ad000000-0000-4000-8000-00000000000a', 'expo', 'Ash expo'),
  ('bd000000-0000-4000-8000-00000000000b', 'expo', 'Road-secret expo');
INSERT INTO badge.attendee VALUES ('ad000000-0000-4000-8000-00000000000a', 'expo', 'a@ash.test', 'Ann'),
  ('bd000000-0000-4000-8000-00000000000b', 'expo', 'guest@b.test', 'Road-secret guest');
INSERT INTO badge.room_use VALUES
  ('ad000000-0000-4000-8000-00000000000a', 1, '[2025-05-02 09:00, 2025-05-02 10:00)', 'Hello'),
  ('bd000000-0000-4000-8000-00000000000b', 4, '[2025-05-02 14:00, 2025-05-02 16:00)', 'Road-secret talks');
INSERT INTO badge.lead VALUES
  ('ad000000-0000-4000-8000-00000000000a', 'L1', 'Ann', 'warm'),
  ('bd000000-0000-4000-8000-00000000000b', 'L1', 'Road-secret buyer', 'wants it all'),
  ('bd000000-0000-4000-8000-00000000000b', 'L9', 'Road-secret dropped', 'too loud');
INSERT INTO badge.print_job (organizer_id, state, label) VALUES
  ('ad000000-0000-4000-8000-00000000000a', 'done', 'Ann'),
  ('bd000000-0000-4000-8000-00000000000b', 'queued', 'Road-secret label');
INSERT INTO badge.ban VALUES
  ('ad000000-0000-4000-8000-00000000000a', 'x@ash.test', NULL),
  ('bd000000-0000-4000-8000-00000000000b', 'y@b.test', 'Road-secret reason');
INSERT INTO badge.scan VALUES
  ('ad000000-0000-4000-8000-00000000000a', '2025-05-02 09:00', 'north', 'a@ash.test'),
  ('bd000000-0000-4000-8000-00000000000b', '2025-05-02 09:01', 'north', 'Road-secret-1@b.test'),
  ('bd000000-0000-4000-8000-00000000000b', '2025-09-02 09:01', 'north', 'Road-secret-9@b.test');
-- What the other organizer did yesterday in the application.
SET ROLE hf_badgeriver_app;
SET badge.organizer = 'bd000000-0000-4000-8000-00000000000b';
DELETE FROM badge.lead WHERE code = 'L9';
RESET badge.organizer;
RESET ROLE;
