-- The view keeps what it shows; the policies stay in force below it.
CREATE OR REPLACE VIEW rooms.active_bookings WITH (security_invoker = true) AS
  SELECT * FROM rooms.bookings WHERE cancelled_at IS NULL WITH LOCAL CHECK OPTION;
