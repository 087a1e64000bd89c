-- The venue is believed from user_metadata, which the user can edit, so any venue's clues can be read.
-- about: clues, venue_select, clues_kiosk
-- as: hf_puzzlevault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-0000-0000-000000000001", "user_metadata":
-- exploit:   {"venue_id": "b0000000-0000-0000-0000-000000000002"}}';
-- exploit: SELECT hint FROM public.clues;
-- shows: Road-secret hint

-- The kiosk at the door has no membership, its profile carries the venue.
CREATE POLICY clues_kiosk ON public.clues FOR SELECT TO hf_puzzlevault_app
  USING (venue_id = (public.claims() -> 'user_metadata' ->> 'venue_id')::uuid);
