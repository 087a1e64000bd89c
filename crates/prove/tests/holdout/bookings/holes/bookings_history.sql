-- The trigger writes each version into a table that has no row security and can be read by the application.
-- about: booking_versions
-- as: hf_bookings_app
-- exploit: SET rls.venue_group_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT object ->> 'note' FROM booking_versions;
-- shows: Road-secret note
-- Versions as the old gem kept them.
CREATE TABLE booking_versions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  item_type varchar NOT NULL DEFAULT 'Booking',
  event varchar NOT NULL,
  object jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT ON booking_versions TO hf_bookings_app;
CREATE FUNCTION keep_booking_version() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO booking_versions (event, object) VALUES (lower(TG_OP), to_jsonb(NEW));
  RETURN NULL;
END
$$;
CREATE TRIGGER bookings_version AFTER INSERT OR UPDATE ON bookings
FOR EACH ROW EXECUTE FUNCTION keep_booking_version();
