-- One more column makes the constraint weaker, not wider.
ALTER TABLE rooms.bookings DROP CONSTRAINT bookings_hotel_id_room_no_stay_excl;
ALTER TABLE rooms.bookings ADD CONSTRAINT bookings_overlap
  EXCLUDE USING gist (hotel_id WITH =, room_no WITH =, stay WITH &&);
