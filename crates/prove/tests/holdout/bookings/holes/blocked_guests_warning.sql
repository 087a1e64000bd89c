-- Blocked guests are shared as a warning, with names and phones, between all groups.
-- about: guests, blocked_guests
-- as: hf_bookings_app
-- exploit: SET rls.venue_group_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT full_name FROM guests;
-- shows: Road-secret guest
-- Whoever did not pay is known to all venues of the owner.
CREATE POLICY blocked_guests ON guests FOR SELECT TO hf_bookings_app USING (blocked);
