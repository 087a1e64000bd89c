-- Harmless: overlaps are forbidden within one room of one space.
ALTER TABLE desk.bookings DROP CONSTRAINT bookings_no_overlap;
ALTER TABLE desk.bookings ADD COLUMN cancelled boolean NOT NULL DEFAULT false;
ALTER TABLE desk.bookings ADD CONSTRAINT bookings_overlap
  EXCLUDE USING gist (room WITH =, during WITH &&, space WITH =) WHERE (NOT cancelled);
