-- A guest may not be in two places, in any group: the exclusion tells that he is booked elsewhere.
-- about: guest_once, bookings
-- as: hf_bookings_app
-- exploit: SET rls.venue_group_id = '11111111-1111-1111-1111-111111111111';
-- exploit: INSERT INTO bookings (venue_group_id, resource_id, during, guest_phone)
-- exploit: VALUES ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000002',
-- exploit: '[2026-06-02 11:00, 2026-06-02 13:00)', '+200');
-- shows: guest_once
-- No-shows were mostly people who had booked twice.
ALTER TABLE bookings ADD COLUMN guest_phone varchar;
CREATE FUNCTION copy_guest_phone() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.guest_id IS NOT NULL THEN
    SELECT g.phone INTO NEW.guest_phone FROM guests g
    WHERE g.venue_group_id = NEW.venue_group_id AND g.id = NEW.guest_id;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER bookings_guest_phone BEFORE INSERT OR UPDATE ON bookings
FOR EACH ROW EXECUTE FUNCTION copy_guest_phone();
ALTER TABLE bookings ADD CONSTRAINT guest_once EXCLUDE USING gist (guest_phone WITH =, during WITH &&)
  WHERE (status <> 'cancelled');
