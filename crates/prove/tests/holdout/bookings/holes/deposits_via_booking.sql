-- The rule follows a function that says whether a booking exists, whoever's it is.
-- about: deposits, booking_exists
-- as: hf_bookings_app
-- exploit: SET rls.venue_group_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT card_token FROM deposits;
-- shows: Road-secret-card
-- A deposit is seen by who sees its booking.
CREATE FUNCTION booking_exists(booking uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM bookings b WHERE b.id = booking)
$$;
ALTER POLICY venue_group_isolation ON deposits USING (booking_exists(booking_id));
