-- Tenant A cannot book room 1 on the nights on which room 1 of hotel B is booked.
-- about: bookings
-- as: ho_rooms_app
-- exploit: SET rooms.hotel = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO rooms.bookings (hotel_id, room_no, guest_id, first_night, last_night) VALUES
-- exploit: ('aaaaaaaa-0000-4000-8000-000000000000', 1, 'aaaaaaaa-0000-4000-8000-000000000001',
-- exploit: '2026-05-05', '2026-05-05');
-- shows: conflicting key
ALTER TABLE rooms.bookings DROP CONSTRAINT bookings_hotel_id_room_no_stay_excl;
ALTER TABLE rooms.bookings ADD CONSTRAINT bookings_overlap
  EXCLUDE USING gist (room_no WITH =, stay WITH &&) WHERE (cancelled_at IS NULL);
