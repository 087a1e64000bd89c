-- A passport may stay in one place at a time anywhere: a refused stay tells that the person is in another
-- chain's hotel.
-- about: guest_once, stays
-- as: hf_hotels_app
-- exploit: SET hotels.chain = 'cccccccc-0000-4000-8000-000000000001';
-- exploit: INSERT INTO api.guests (guest_no, full_name, passport) VALUES (2, 'probe', 'RP9');
-- exploit: INSERT INTO api.stays (hotel_code, room_no, guest_no, nights) VALUES ('H1', '101', 2,
-- exploit: '[2031-03-02,2031-03-03)');
-- shows: exclusion constraint "guest_once"
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE data.stays ADD COLUMN passport text;
CREATE FUNCTION data.copy_passport() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = data, pg_temp AS $$
BEGIN
  SELECT g.passport INTO NEW.passport FROM guests g
   WHERE g.chain_id = NEW.chain_id AND g.guest_no = NEW.guest_no;
  RETURN NEW;
END
$$;
CREATE TRIGGER copy_passport BEFORE INSERT ON data.stays FOR EACH ROW EXECUTE FUNCTION data.copy_passport();
-- Nobody sleeps in two rooms.
ALTER TABLE data.stays ADD CONSTRAINT guest_once EXCLUDE USING gist (passport WITH =, nights WITH &&);
