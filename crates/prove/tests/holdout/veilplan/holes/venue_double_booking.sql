-- One venue and day for all weddings: the conflict tells whether another couple has booked the place.
-- about: venue_bookings, venue_free
-- as: hf_veilplan_app
-- exploit: SET request.jwt.claims = '{"sub": "11111111-0000-0000-0000-000000000001"}';
-- exploit: UPDATE public.venue_bookings SET venue = 'Great Hall', held_on = '2026-07-01';
-- shows: duplicate key value violates unique constraint "venue_free"
ALTER TABLE public.venue_bookings ADD CONSTRAINT venue_free UNIQUE (venue, held_on);
