-- Overlaps are forbidden by the room's name alone, so a refused booking tells when others meet in theirs.
-- about: bookings, bookings_no_overlap
-- as: hf_deskhive_app
-- exploit: SET desk.space = 'hub';
-- exploit: INSERT INTO desk.bookings (space, room, email, during)
-- exploit: VALUES ('hub', 'Blue', 'ann@hub.test', '[2031-01-01 11:00+00,2031-01-01 11:30+00)');
-- shows: bookings_no_overlap
ALTER TABLE desk.bookings DROP CONSTRAINT bookings_no_overlap;
-- Cancelled bookings do not block a room.
ALTER TABLE desk.bookings ADD COLUMN cancelled boolean NOT NULL DEFAULT false;
ALTER TABLE desk.bookings ADD CONSTRAINT bookings_no_overlap
  EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (NOT cancelled);
