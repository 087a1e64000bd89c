INSERT INTO public.difficulty_levels VALUES (1, 'easy'), (2, 'hard');
INSERT INTO public.venues VALUES ('a0000000-0000-0000-0000-000000000001', 'Keyhole', 'Southport'),
  ('b0000000-0000-0000-0000-000000000002', 'Road-secret venue', 'Northport');
INSERT INTO public.venue_members VALUES
  ('a0000000-0000-0000-0000-000000000001', 'aaaaaaaa-0000-0000-0000-000000000001', 'Ada', 'manager'),
  ('b0000000-0000-0000-0000-000000000002', 'bbbbbbbb-0000-0000-0000-000000000002', 'Road-secret Ben',
    'manager');
INSERT INTO public.invites (venue_id, invite_no, email) VALUES
  ('a0000000-0000-0000-0000-000000000001', 1, 'new@one.example'),
  ('b0000000-0000-0000-0000-000000000002', 501, 'Road-secret@two.example');
INSERT INTO public.rooms VALUES
  ('a0000000-0000-0000-0000-000000000001', 'attic', 'The attic', 'Lamp', 1),
  ('b0000000-0000-0000-0000-000000000002', 'crypt', 'The crypt', 'Road-secret solution', 2);
INSERT INTO public.clues VALUES ('a0000000-0000-0000-0000-000000000001', 'attic', 1, 'Look up'),
  ('b0000000-0000-0000-0000-000000000002', 'crypt', 1, 'Road-secret hint');
INSERT INTO public.bookings VALUES
  ('a0000000-0000-0000-0000-000000000001', 1, 'attic', '2026-01-01 10:00', 'Foxes', '111',
    'aaaaaaaa-0000-0000-0000-000000000001'),
  ('b0000000-0000-0000-0000-000000000002', 900, 'crypt', '2026-01-02 10:00', 'Road-secret team', '222',
    'bbbbbbbb-0000-0000-0000-000000000002');
INSERT INTO public.results VALUES ('a0000000-0000-0000-0000-000000000001', 1, 50),
  ('b0000000-0000-0000-0000-000000000002', 900, 41);
INSERT INTO storage.objects VALUES
  ('a0000000-0000-0000-0000-000000000001', 'props', 'a0000000-0000-0000-0000-000000000001/lamp.stl',
    '{"size": 1}'),
  ('b0000000-0000-0000-0000-000000000002', 'props', 'b0000000-0000-0000-0000-000000000002/skull.stl',
    '{"note": "Road-secret prop"}');
