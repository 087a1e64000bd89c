-- A booking may be written into any venue, as the second insert policy asks only who created it.
-- about: bookings, bookings_insert_own
-- as: hf_puzzlevault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-0000-0000-000000000001"}';
-- exploit: INSERT INTO public.bookings (venue_id, booking_no, room_slug, starts_at, team_name)
-- exploit:   VALUES ('b0000000-0000-0000-0000-000000000002', 901, 'crypt', '2026-01-03 10:00', 'Fake');
-- shows: INSERT 0 1

-- Hosts book for walk-in teams.
CREATE POLICY bookings_insert_own ON public.bookings FOR INSERT TO hf_puzzlevault_app
  WITH CHECK (created_by = public.uid());
