-- Bookings: exclusion constraints within the tenant, soft deletes, generated columns, upserts.

CREATE EXTENSION btree_gist;
CREATE ROLE ho_rooms_owner NOLOGIN;
CREATE ROLE ho_rooms_app LOGIN;
CREATE SCHEMA rooms AUTHORIZATION ho_rooms_owner;

SET LOCAL ROLE ho_rooms_owner;
CREATE TABLE rooms.room_types (code text PRIMARY KEY, beds integer NOT NULL);
CREATE TABLE rooms.hotels (id uuid PRIMARY KEY, name text NOT NULL);
CREATE TABLE rooms.rooms (
  hotel_id uuid NOT NULL REFERENCES rooms.hotels,
  room_no integer NOT NULL,
  type text REFERENCES rooms.room_types,
  PRIMARY KEY (hotel_id, room_no)
);
CREATE TABLE rooms.guests (
  hotel_id uuid NOT NULL REFERENCES rooms.hotels,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  mail text NOT NULL,
  passport text,
  PRIMARY KEY (hotel_id, id),
  UNIQUE (hotel_id, mail)
);
CREATE TABLE rooms.bookings (
  hotel_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  room_no integer NOT NULL,
  guest_id uuid NOT NULL,
  first_night date NOT NULL,
  last_night date NOT NULL,
  stay daterange GENERATED ALWAYS AS (daterange(first_night, last_night, '[]')) STORED,
  cancelled_at timestamptz,
  PRIMARY KEY (hotel_id, id),
  FOREIGN KEY (hotel_id, room_no) REFERENCES rooms.rooms,
  FOREIGN KEY (hotel_id, guest_id) REFERENCES rooms.guests,
  CHECK (last_night >= first_night),
  EXCLUDE USING gist (hotel_id WITH =, room_no WITH =, stay WITH &&) WHERE (cancelled_at IS NULL)
);
CREATE TABLE rooms.rates (
  hotel_id uuid NOT NULL REFERENCES rooms.hotels,
  night date NOT NULL,
  type text NOT NULL REFERENCES rooms.room_types,
  price numeric(8, 2) NOT NULL,
  PRIMARY KEY (hotel_id, night, type)
);

CREATE FUNCTION rooms.hotel() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('rooms.hotel', true), '')::uuid $$;
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rooms', 'guests', 'bookings', 'rates'] LOOP
    EXECUTE format('ALTER TABLE rooms.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY hotel ON rooms.%I USING (hotel_id = rooms.hotel())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON rooms.%I TO ho_rooms_app', t);
  END LOOP;
END $$;
ALTER TABLE rooms.hotels ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON rooms.hotels USING (id = rooms.hotel());
GRANT USAGE ON SCHEMA rooms TO ho_rooms_app;
GRANT SELECT ON rooms.hotels, rooms.room_types TO ho_rooms_app;

CREATE FUNCTION rooms.set_rate(for_night date, for_type text, new_price numeric) RETURNS void LANGUAGE sql
AS $$
  INSERT INTO rooms.rates VALUES (rooms.hotel(), for_night, for_type, new_price)
  ON CONFLICT (hotel_id, night, type) DO UPDATE SET price = excluded.price
$$;
CREATE VIEW rooms.active_bookings WITH (security_invoker = true) AS
  SELECT * FROM rooms.bookings WHERE cancelled_at IS NULL;
GRANT SELECT, UPDATE ON rooms.active_bookings TO ho_rooms_app;
RESET ROLE;
