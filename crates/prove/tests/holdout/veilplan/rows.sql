INSERT INTO public.weddings VALUES
  ('aaaaaaaa-0000-0000-0000-00000000000a', 'Lake wedding', '2026-06-01', 1000),
  ('bbbbbbbb-0000-0000-0000-00000000000b', 'Castle-secret wedding', '2026-07-01', 9000);
INSERT INTO public.wedding_members VALUES
  ('aaaaaaaa-0000-0000-0000-00000000000a', '11111111-0000-0000-0000-000000000001', 'planner'),
  ('bbbbbbbb-0000-0000-0000-00000000000b', '22222222-0000-0000-0000-000000000002', 'planner');
INSERT INTO public.guests VALUES
  ('aaaaaaaa-0000-0000-0000-00000000000a', 'aaaaaaaa-0000-0000-0000-0000000000a1', 'Ann',
   'ann@a.test', 'none'),
  ('bbbbbbbb-0000-0000-0000-00000000000b', 'bbbbbbbb-0000-0000-0000-0000000000b1', 'Castle-secret guest',
   'bea@b.test', 'vegan');
INSERT INTO public.seating_tables VALUES
  ('aaaaaaaa-0000-0000-0000-00000000000a', 'One', 8),
  ('bbbbbbbb-0000-0000-0000-00000000000b', 'Castle-secret table', 8);
INSERT INTO public.tasks (wedding_id, id, title) VALUES
  ('aaaaaaaa-0000-0000-0000-00000000000a', 1, 'Order cake'),
  ('bbbbbbbb-0000-0000-0000-00000000000b', 1, 'Castle-secret task');
INSERT INTO public.tasks VALUES
  ('bbbbbbbb-0000-0000-0000-00000000000b', 2, 'Castle-secret own list', true, false);
INSERT INTO public.vendors VALUES
  ('aaaaaaaa-0000-0000-0000-00000000000a', 1, 'Band', 500),
  ('bbbbbbbb-0000-0000-0000-00000000000b', 1, 'Castle-secret band', 4321);
INSERT INTO public.venue_bookings VALUES
  ('aaaaaaaa-0000-0000-0000-00000000000a', 'Barn', '2026-06-01', 'ok'),
  ('bbbbbbbb-0000-0000-0000-00000000000b', 'Great Hall', '2026-07-01', 'Castle-secret venue');
INSERT INTO public.invitations VALUES
  ('bbbbbbbb-0000-0000-0000-00000000000b', 'bbbbbbbb-0000-0000-0000-0000000000b9', 'Castle-secret@b.test',
   'planner');
